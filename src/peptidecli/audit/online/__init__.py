"""`--online`: what the dataset does not hold is asked where biomedical papers are, and held against their records.

`question` reads out of an article what is to be asked; `asking` asks PubMed, Crossref and doi.org; `agreement` holds a
citation against one record; `verdicts` says what follows; `running` takes the answers into an audit.
"""
