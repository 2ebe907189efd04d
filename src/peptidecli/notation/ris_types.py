"""The types of works of CSL, each with the tag that RIS has for it."""

TYPES = {"article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "chapter": "CHAP",
          "book": "BOOK", "report": "RPRT", "thesis": "THES", "paper-conference": "CPAPER", "dataset": "DATA",
          "webpage": "ELEC", "post-weblog": "BLOG", "patent": "PAT", "software": "COMP", "standard": "STAND",
          "entry-encyclopedia": "ENCYC", "entry-dictionary": "DICT", "map": "MAP", "speech": "SLIDE",
          "manuscript": "UNPB", "legal_case": "CASE", "bill": "BILL", "legislation": "STAT", "hearing": "HEAR",
          "motion_picture": "VIDEO", "song": "SOUND", "pamphlet": "PAMP",
          "personal_communication": "ICOMM"}  # fmt: skip
