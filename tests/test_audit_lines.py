"""What the checks of the audit make of a line or two each: numbers, names, places, sizes, formulas, entries."""

from __future__ import annotations

import pytest

from audited import Told, holds, told_of
from peptidecli.audit import PROBLEMS
from peptidecli.dataset.dataset import Dataset

ULCER = "Protective effects of pentadecapeptide BPC 157 on gastric ulcer in rats"
ULCER_ENTRY = (
    f"@article{{a, author={{Xue, Xiao-Chang}}, title={{{ULCER}}}, journal={{World Journal of Gastroenterology}}, "
    "year={2004}, volume={10}, number={7}, pages={1032--1036}, "
)

FOUND = {
    # -- what changed field or number one true thing beside it does not make right
    "the number of another version of a review is another version's": (
        "@article{a, author={Ziganshina, Liliya Eugenevna and Abakumova, Tatyana}, title={Cerebrolysin for acute "
        "ischaemic stroke}, journal={Cochrane Database of Systematic Reviews}, year={2015}, "
        "doi={10.1002/14651858.CD007026.pub7}}",
        "identifier", "misattributed", "pub7", "is Ziganshina LE et al. 2023",
    ),
    "the number of another version of a review is another version's in a line too": (
        "Ziganshina LE, Abakumova T. Cerebrolysin for acute ischaemic stroke. Cochrane Database of Systematic Reviews. "
        "2015:CD007026. doi:10.1002/14651858.CD007026.pub7\n",
        "identifier", "misattributed", "pub7", "is Ziganshina LE et al. 2023",
    ),
    "the number of another paper is another's behind a line whose author is a family name alone": (
        "Bijlsma. Stimulation by ACTH4-10 of nerve fiber regeneration following sciatic nerve crush. Muscle & Nerve. "
        "1983;6(2):104–112. doi:10.3390/biom12101409\n",
        "identifier", "misattributed", "biom12101409", "is Baazaoui N et al. 2022",
    ),
    "a line whose author is a family name alone is held field by field": (
        "Vinogradova (2007) ‘Effect of Ala-Glu-Asp-Gly peptide on life span and development of spontaneous tumors in "
        "female rats exposed to different illumination regimes’, Nature Medicine, 144(6), pp. 825–830, "
        "doi:10.1007/s10517-007-0441-z.\n",
        "citation", "differs", "Vinogradova", "The journal is Bulletin of Experimental Biology and Medicine",
    ),
    "a word before a title that is no author here makes no line right": (
        "Brzezinski. Stimulation by ACTH4-10 of nerve fiber regeneration following sciatic nerve crush. Muscle & "
        "Nerve. 1983;6(2):104–112. doi:10.1002/mus.880060205\n",
        "citation", "unknown", "Brzezinski", "Brzezinski is no author that the dataset has.",
    ),
    "a retracted work that is called so has its own volume": (
        "Kawas, L. H., McCoy, A. T., Yamamoto, B. J., Wright, J. W., & Harding, J. W. (2012). Development of "
        "angiotensin IV analogs as hepatocyte growth factor/Met modifiers. Journal of Pharmacology and Experimental "
        "Therapeutics, 343, 539–548. https://doi.org/10.1124/jpet.111.188136. Expression of concern (2025, notice PMID "
        "40312092).\n",
        "citation", "differs", "Kawas", "The volume is 340, not 343.",
    ),
    "the name of a study excuses no word that is changed in a title": (
        "Guekht A, Vester J, Heiss WD, Gusev E, Hoemberg V, Rahlfs VW, et al. Safety and efficacy of Cerebrolysin in "
        "motor function recovery after epilepsy: a meta-analysis of the CARS trials. Neurological Sciences. "
        "2017;38(10):1761–1769.\n",
        "citation", "differs", "epilepsy", 'The title reads "stroke", not "epilepsy".',
    ),
    "a line without volume has its journal held": (
        "Kalinin MN, Khasanova DR. Heterogeneous treatment effects of Cerebrolysin as an early add-on to reperfusion "
        "therapy: post hoc analysis of the CEREHETIS trial. Nature Medicine. 2023:1288718.\n",
        "citation", "differs", "Nature Medicine", "The journal is Frontiers in Pharmacology, not Nature Medicine.",
    ),
    "a line of very many authors has its journal held": (
        "Karaa, A., Bertini, E., Carelli, V., Cohen, B. H., … Mancuso, M. (2023). Efficacy and Safety of Elamipretide "
        "in Individuals With Primary Mitochondrial Myopathy: The MMPOWER-3 Randomized Clinical Trial. Nature Medicine, "
        "101(3), e238–e252.\n",
        "citation", "differs", "Karaa", "The journal is Neurology, not Nature Medicine.",
    ),
    "of how many people some finished is held as well": (
        "Eleven people on davunetide died during the trial, which 241 of 946 finished "
        "(doi:10.1016/S1474-4422(14)70088-2).\n",
        "figure", "differs", "241 of 946 finished", "which 241 of 313 finished",
    ),
    "a line of a family name alone, in a style of lists, needs no number to be held": (
        "Pavlov (2004) ‘A new property of the synthetic anxiolytic Selank and its derivatives’, Nature Medicine.\n",
        "citation", "differs", "Pavlov", "The journal is Doklady Biological Sciences",
    ),
    "a name and a year that begin a sentence make no line of a list of it": (
        "Kaplan (1996). Semax improved attention in healthy men. It was given into the nose.\n",
        "statement", "matches", "given into the nose", "by the nose",
    ),
    "a line with an issue and no volume has its title held": (
        "Kossoy, G., Anisimov, V. N., Ben-Hur, H., Kossoy, N., & Zusman, I. (2006). Effect of the synthetic pineal "
        "peptide epitalon on spontaneous carcinogenesis in female C3H/He children. In Vivo, (2), 253–258.\n",
        "citation", "differs", "Kossoy", 'The title reads "mice", not "children".',
    ),
    "a line with a Jr among its authors has its title held": (
        "Boxer, A. L., Lang, A. E., Jack, C. R., Jr, … Morimoto, B. H. (2014). Davunetide in rats with progressive "
        "supranuclear palsy: a randomised, double-blind, placebo-controlled phase 2/3 trial. The Lancet Neurology, "
        "13(7), 676–685.\n",
        "citation", "differs", "Boxer", 'The title reads "patients", not "rats".',
    ),
    # -- what is true as the dataset itself writes it
    "a sequence is right with the caps of its record": (
        "P21 has the sequence Ac-Asp-Gly-Gly-Leu-NH-adamantanediyl-CO-NH2.\n",
        "figure", "matches", "adamantanediyl-CO-NH2", "Sequence of P21",
    ),
    "the mass behind the words that a compound is the parent of another is that compound's": (
        "Tuftsin, the parent of Selank, has a molar mass of 500.59 g/mol.\n",
        "figure", "matches", "500.59", "Tuftsin: 500.59 g/mol",
    ),
    "a sentence behind one that says what a compound is the parent of goes on about that compound": (
        "Tuftsin is a natural tetrapeptide and the parent of Selank. Its CAS RN is 9063-57-4.\n",
        "identifier", "matches", "9063-57-4", "CAS RN of Tuftsin.",
    ),
    "the number of a paper is right behind what a claim says that rests on it": (
        "A positive effect, not defined in the abstract, is reported in 90% of patients with degenerative disease of "
        "the retina (PMID 12195242).\n",
        "identifier", "matches", "12195242", "Khavinson V et al. 2002",
    ),
    # -- entries of a bibliography
    "an entry by the name of its study is that study under any title": (
        "@article{a, author={Heiss, W. D. and Brainin, M. and Bornstein, N. M.}, title={Outcome of a study of strokes "
        "in Asia (CASTA)}, journal={Stroke}, year={2012}, volume={43}, number={3}, pages={630--636}}",
        "citation", "matches", "CASTA", "Heiss WD et al. 2012",
    ),
    "the name of a study makes the title of another compound none of it": (
        "1. Muresanu DF, et al. Dihexa and Recovery After Stroke (CARS): A Randomized, Placebo-Controlled, "
        "Double-Blind, Multicenter Trial. Stroke. 2016;47(1):151-159.\n",
        "citation", "differs", "Dihexa", 'The title reads "cerebrolysin", not "dihexa".',
    ),
    "the name of a study in a title on something else makes it none of it": (
        "1. Karaa A, et al. Safety of Semax in Healthy Women: The MMPOWER-3 Trial. Neurology. 2023;101:e238-e252.\n",
        "citation", "misattributed", "Healthy Women", "At its place, or under its number, stands Karaa A",
    ),
    "a version of a review that is not held is known as one": (
        "@article{a, author={Ziganshina, Lilia E. and Abakumova, Tatyana}, title={Cerebrolysin for acute ischaemic "
        "stroke}, journal={Cochrane Database of Systematic Reviews}, year={2017}}",
        "citation", "unknown", "2017", "A version that is not in the dataset, which has that of 2010, 2015, 2020, 2023",
    ),
    "a number under another title and author is that of another work": (
        "@article{a, author={Smith, J.}, title={On the silence of bats over still water}, journal={Nature}, "
        "year={2001}, doi={10.3748/wjg.v10.i7.1032}}",
        "citation", "misattributed", "silence of bats", "Its number is that of Xue XC",
    ),
    "a title of a few common words, by others at another place, is another work": (
        "@article{a, author={Smith, J.}, title={Cerebrolysin for vascular dementia}, journal={Journal of Nowhere}, "
        "year={2001}, volume={1}, pages={2--3}}",
        "citation", "unknown", "vascular dementia", "Not in the dataset",
    ),
    "a title that goes on behind that of a work, by others, is another work": (
        "@article{a, author={Smith, J.}, title={Cerebrolysin for acute ischaemic stroke: another story of owls and "
        "bats}, journal={Nature}, year={2001}}",
        "citation", "unknown", "owls and bats", "Not in the dataset",
    ),
    "a title that circulates is known by it": (
        "@article{a, author={Ashmarin, I. P.}, title={Semax stimulates BDNF expression in rat brain}, "
        "journal={Neurosci Lett}, year={1997}}",
        "citation", "untraced", "Semax stimulates", "No such paper was found",
    ),
    "the place of a work under another title is named": (
        "@article{a, author={Xue, X. C.}, title={Owls and the silence of their flight}, "
        "journal={World Journal of Gastroenterology}, year={2004}, volume={10}, pages={1032--1036}}",
        "citation", "misattributed", "Owls", "At its place, or under its number, stands Xue XC",
    ),
    "an entry without a title is known by its place": (
        "@article{a, author={Xue, X. C.}, journal={World Journal of Gastroenterology}, year={2004}, volume={10}, "
        "pages={1032--1036}}",
        "citation", "matches", "Xue", "The reference exists",
    ),
    "the number of another work beside a title is named": (
        ULCER_ENTRY + "pmid={22282884}}", "identifier", "misattributed", "22282884", "is Heiss WD et al. 2012",
    ),
    "a number that is not the work's is put right": (
        ULCER_ENTRY + "pmcid={PMC1111111}}", "identifier", "differs", "PMC1111111", "is PMC4717094, not PMC1111111",
    ),
    "a number that circulates and is wrong is told with what is known of it": (
        "@article{a, author={Dolotov, O. V.}, title={Semax, an analog of ACTH(4-10) with cognitive effects, regulates "
        "BDNF and trkB expression in the rat hippocampus}, journal={Brain Research}, year={2006}, pmid={16515548}}",
        "identifier", "misattributed", "16515548", "The paper is PMID 16996037",
    ),
    "an entry without authors is known by its title": (
        f"@article{{a, title={{{ULCER}}}, journal={{World Journal of Gastroenterology}}, year={{2004}}}}",
        "citation", "matches", ULCER, "The reference exists",
    ),
    "authors in another order are told": (
        f"@article{{a, author={{Xue, X. C. and Gao, M. T. and Wu, Y. J.}}, title={{{ULCER}}}, "
        "journal={World Journal of Gastroenterology}, year={2004}}",
        "citation", "differs", "Gao", "The authors stand in another order: Xue XC, Wu YJ, Gao",
    ),
    "an author with other initials is told": (
        f"@article{{a, author={{Xue, Q. Z.}}, title={{{ULCER}}}, journal={{World Journal of Gastroenterology}}, "
        "year={2004}}",
        "citation", "differs", "Xue", "The author is Xue XC, not Xue QZ",
    ),
    "given and family name that have changed places are the same author": (
        f"@article{{a, author={{Xiao-Chang, Xue and Yong-Jie, Wu}}, title={{{ULCER}}}, "
        "journal={World Journal of Gastroenterology}, year={2004}}",
        "citation", "matches", "Xiao-Chang", "The reference exists",
    ),
    "a name without a comma or a given name is an author": (
        f"@article{{a, author={{Xue, and {{Yong-Jie Wu}}}}, title={{{ULCER}}}, "
        "journal={World Journal of Gastroenterology}, year={in press}}",
        "citation", "matches", "Xue", "The reference exists",
    ),
    "the last page in short is held": (
        ULCER_ENTRY.replace("1032--1036", "1032-38") + "}", "citation", "differs", "1032-38", "The page is 1032-1036",
    ),
    "the name of the first author with a slip in it is put right": (
        "@article{a, author={Khavinsen, V. and Diomede, F.}, title={AEDG Peptide (Epitalon) Stimulates Gene Expression "
        "and Protein Synthesis during Neurogenesis: Possible Epigenetic Mechanism}, journal={Molecules}, year={2020}}",
        "citation", "differs", "Khavinsen", "The name is spelt Khavinson, not Khavinsen",
    ),
    "a journal of signs alone is none": (
        ULCER_ENTRY.replace("World Journal of Gastroenterology", "...") + "}",
        "citation", "differs", ULCER, "The journal is World Journal of Gastroenterology",
    ),
    # -- titles
    "authors under a heading that is the title of a paper of theirs are not its own": (
        "# Cerebrolysin for vascular dementia\n\nSmith J (2019) Cochrane Database of Systematic Reviews\n",
        "citation", "misattributed", "Smith J (2019)", "The title above is that of Cui S",
    ),
    "authors under a heading that is no title are strangers": (
        "# Cerebrolysin in patients\n\nSmith J (2012) Stroke\n", "citation", "unknown", "Smith J (2012)", "Not in the",
    ),
    "a line with a short title by others in another year is another paper": (
        "## References\n\n1. Smith J. Cerebrolysin for vascular dementia. 1998. PMID 12345.\n",
        "citation", "unknown", "Smith J", "Not in the dataset",
    ),
    "a line that names no journal is known by author and year alone": (
        "# Cerebrolysin\n\n1. Heiss (2012). PMC\n", "citation", "unknown", "Heiss (2012)", "under this author and year",
    ),
    "what a study is said to have found wrongly is told with its citation": (
        "Semax reduced infarct volume by 22% when given within 12 hours of stroke (Gusev et al., 2005).",
        "citation", "misattributed", "Gusev et al., 2005", "about 187 patients",
    ),
    "authors under the title of a paper by others are not its own": (
        f"# {ULCER}\n\nSmith J, Brown K (2004) World Journal of Gastroenterology\n",
        "citation", "misattributed", "Brown K (2004)", "The title above is that of Xue XC",
    ),
    "a title in a table is held against its row": (
        f"| Title | Year | Journal |\n|---|---|---|\n| {ULCER} | 2004 | World J Gastroenterol |\n",
        "citation", "matches", ULCER, "Xue XC",
    ),
    "a short title is one where an author of it stands before it": (
        "Cui et al. (2019), Cerebrolysin for vascular dementia.", "citation", "matches", "Cui", "Cui S et al. 2019",
    ),
    "the number beside a title leaves no doubt about its year": (
        f'See "{ULCER}" (2003), PMID 15052688.', "citation", "matches", ULCER, "The year is 2004",
    ),
    "the day on which a page was read is no year of a paper": (
        f'See "{ULCER}", accessed 12 May 2024, World J Gastroenterol.', "citation", "matches", ULCER, "Xue XC",
    ),
    "a line of a list with a short title is another paper where author and year are others": (
        "1. Smith J. Cerebrolysin for vascular dementia. Nature 2001;1:2.\n"
        "2. Cui S. Cerebrolysin for vascular dementia. Nature 2001;1:2.\n",
        "citation", "unknown", "Smith J", "Not in the dataset",
    ),
    "a retraction told with the citation is right": (
        "# Dihexa\n\n## References\n\n1. Benoist CC, Kawas LH, Zhu M. The procognitive and synaptogenic effects of "
        "angiotensin IV-derived peptides are dependent on activation of the hepatocyte growth factor/c-met system. "
        "J Pharmacol Exp Ther 2014;351:390-402. Retracted 2025.\n",
        "citation", "matches", "Benoist", "So the text says",
    ),
    "a retraction that a note tells is right": (
        "@article{a, author={Benoist, Caroline C. and others}, title={The procognitive and synaptogenic effects of "
        "angiotensin IV-derived peptides are dependent on activation of the hepatocyte growth factor/c-met system}, "
        "journal={J Pharmacol Exp Ther}, year={2014}, note={Retracted (2025)}}",
        "citation", "matches", "Benoist", "So the text says",
    ),
    "a note that a work is not retracted tells no retraction": (
        "@article{a, author={Benoist, Caroline C. and others}, title={The procognitive and synaptogenic effects of "
        "angiotensin IV-derived peptides are dependent on activation of the hepatocyte growth factor/c-met system}, "
        "journal={J Pharmacol Exp Ther}, year={2014}, note={Not retracted so far}}",
        "citation", "retracted", "Benoist", "2025",
    ),
    "a retraction that stands before the title is right, and no word of it": (
        "@article{a, author={Benoist, Caroline C. and others}, title={RETRACTED: The procognitive and synaptogenic "
        "effects of angiotensin IV-derived peptides are dependent on activation of the hepatocyte growth factor/c-met "
        "system}, journal={J Pharmacol Exp Ther}, year={2014}}",
        "citation", "matches", "Benoist", "So the text says",
    ),
    "a title behind the one name of its author and a year is a citation": (
        "Biçer. (2022). Effects of BPC-157 and TB-500 on Achilles tendon healing in rats: A histopathological and "
        "biomechanical study. Joint Diseases and Related Surgery.\n",
        "citation", "differs", "Effects of BPC-157", "The year is 2026",
    ),
    "a paper told by year and journal is the one on the compound": (
        "A 2012 paper published in Stroke on Cerebrolysin.", "citation", "matches", "2012 paper", "Heiss WD et al.",
    ),
    # -- numbers
    "a number is read where whose it is stands between its label and itself": (
        "The PubChem CID of Selank is 9941957.", "identifier", "misattributed", "9941957", "not Selank (11765600)",
    ),
    "the country has several names": (
        "BPC-157 is approved in Britain.", "statement", "differs", "approved", "United Kingdom",
    ),
    "a number given to a compound in brackets is held against that one, though its own stands in the sentence": (
        "Semax (CAS 129954-34-3) and Selank (CAS 80714-61-0) are peptides.",
        "identifier", "misattributed", "129954-34-3", "is Selank, not Semax (80714-61-0)",
    ),
    "the number of a compound is held against that one, though another is named beside it": (
        "The CAS number of Selank is 80714-61-0, that of Semax 129954-34-3.",
        "identifier", "misattributed", "80714-61-0", "is Semax, not Selank (129954-34-3)",
    ),
    "what is said to be of a relative is no word on the compound": (
        "Selank, a relative of Semax, has the CAS number 80714-61-0.",
        "identifier", "misattributed", "80714-61-0", "is Semax, not Selank (129954-34-3)",
    ),
    "the numbers of two compounds may follow the names of both": (
        "Semax and Selank (CAS 80714-61-0 and 129954-34-3) are peptides.",
        "identifier", "matches", "80714-61-0", "CAS RN of Semax",
    ),
    "a number behind the origin of a compound is that of the compound": (
        "Semax, a relative of Selank (CAS 80714-61-0), is sold.", "identifier", "matches", "80714-61-0", "of Semax",
    ),
    "a sequence that is called one and lacks its end is wrong": (
        "Selank has the amino acid sequence Thr-Lys-Pro-Arg-Pro-Gly.",
        "figure", "differs", "Thr-Lys-Pro-Arg-Pro-Gly", "(TKPRPGP)",
    ),
    "the formula of a compound is not that of what has an acetyl group": (
        "N-acetyl Semax is C37H51N9O10S and weighs 159.21 g/mol.",
        "figure", "misattributed", "C37H51N9O10S", "Formula of Semax, not of N-acetyl Semax",
    ),
    "a mass that circulates for a derivative is told": (
        "N-acetyl Semax is C37H51N9O10S and weighs 159.21 g/mol.",
        "figure", "differs", "159.21", "the mass fits neither",
    ),
    "a DOI in an address has its brackets written as codes": (
        "A paper: https://doi.org/10.1016/0922-4106%2894%2990041-8.",
        "identifier", "matches", "10.1016/0922-4106%2894%2990041-8", "Adan RA et al. 1994",
    ),
    "a number in a column of PMIDs is one though a spreadsheet made a decimal of it": (
        "| Study | PMID |\n|---|---|\n| Heiss 2012 | 22282884.0 |\n| Xue | none |\n| Only one |\n",
        "identifier", "matches", "22282884.0", "Heiss WD",
    ),
    "a number under its heading is one without a label": (
        "| Compound | CAS number |\n|---|---|\n| Semax | 80714-61-0 |\n", "identifier", "matches", "80714", "CAS RN",
    ),
    "numbers in brackets are PMIDs where the list has them": (
        "# Sources\n\nPMIDs:\n\n22282884\n\n15052688\n\nBPC-157 was tried too [15052688].\n",
        "identifier", "matches", "15052688", "Xue XC",
    ),
    "a CAS RN whose last digit does not fit is none": (
        "The lot number 12345-67-8 is printed. CAS 12345-67-8.", "identifier", "differs", "12345-67-8", "No CAS RN",
    ),
    "a number that a text calls fabricated is not to be cited": (
        "PMID 9405329 is fabricated.", "identifier", "unknown", "9405329", "No number to cite, as the text says",
    ),
    "a CAS RN that a text calls into question is left to it": (
        "CAS 80714-61-0 is wrong, a hallucination.", "identifier", "unknown", "80714-61-0", "calls it into question",
    ),
    "a study in rats cited for people is told so": (
        "Selank helps people with anxiety (PMID 14552529).",
        "identifier", "misattributed", "14552529", "active avoidance in rats",
    ),
    "the number of another paper behind a study told by its journal is named": (
        "A 2012 Stroke paper on Cerebrolysin. It has PMID 15052688.",
        "identifier", "misattributed", "15052688", "is Xue XC",
    ),
    "a number that fits none of two papers of an author and a year is unknown": (
        "Cerebrolysin helped (Alvarez et al., 2011; PMID 33333333).",
        "identifier", "unknown", "33333333", "Not in the dataset",
    ),
    "the number of a paper of which not all authors are known is not that of a stranger who is called the first": (
        "Smith et al., 2019 (doi:10.17116/jnevro201911908153).",
        "identifier", "misattributed", "10.17116/jnevro201911908153", "Neznamov GG",
    ),
    # -- status
    "a place before a dash is that of which is said what follows": (
        "# Semax\n\nUnited States - not approved by the FDA\n", "statement", "matches", "United States", "United",
    ),
    "that a compound stands in a category it has left is out of date": (
        "Semax is in FDA Category 2 bulk drug substances.",
        "statement", "differs", "is in FDA Category 2", "leaves Category 2",
    ),
    "that a compound was taken out of a category is held": (
        "Semax was removed from Category 2 by the FDA in 2026.",
        "statement", "matches", "removed from Category 2", "leaves Category 2",
    ),
    "the number of a trial of which a register's word is held is known": (
        "BPC-157 was tried in NCT02637284.", "identifier", "matches", "NCT02637284", "Phase I trial",
    ),
    "the year in which a compound was put in a category is held": (
        "The FDA put Semax in Category 2 in 2023.", "statement", "matches", "Category 2 in 2023", "placed Semax",
    ),
    "a systematic name with another end is read as far as it goes": (
        "Noopept is N-phenylacetyl-L-prolylglycine ethyl ester, a methyl ester.",
        "statement", "matches", "prolylglycine ethyl ester", "Ethyl ester of N-phenylacetyl",
    ),
    "the number of a study behind its mark is held, another is left": (
        "Cerebrolysin was given to 1070 patients [1], n = 9 [1].\n\n1. Heiss WD et al. Cerebrolysin in patients with "
        "acute ischemic stroke in Asia: results of a double-blind, placebo-controlled randomized trial. "
        "Stroke 2012;43:630-636.\n",
        "figure", "matches", "1070 patients", "Heiss WD",
    ),
    "the votes of a committee are held": (
        "The committee voted 14 to 0 against BPC-157.", "figure", "differs", "voted 14 to 0", "voted 8 to 6",
    ),
    "votes that are right match": (
        "The committee voted 8 to 5 on Semax.", "figure", "matches", "voted 8 to 5", "voted 8 to 5",
    ),
    "a list of vital medicines is held": (
        "Semax is on the list of vital and essential drugs of Russia.",
        "statement", "matches", "vital and essential", "7 December 2011",
    ),
    "a status at the head of an article on two is that of both": (
        "# Semax and Selank\n\nFDA status: not approved\n", "statement", "matches", "not approved", "United States",
    ),
    "a decade of approval is held by its part": (
        "Semax was approved in Russia in the early 1990s.", "statement", "differs", "early 1990s", "dataset has 1996",
    ),
    "what was approved as of a year was so before": (
        "Semax was approved in Russia as of 2019.", "statement", "matches", "as of 2019", "approved Semax",
    ),
    "what is registered where only a warning is known is unknown": (
        "Cerebrolysin is registered in China.", "statement", "unknown", "China", "domestic cerebroprotein hydrolysate",
    ),
    "what is so as of a year to come is so": (
        "Selank was approved in Russia as of 2030.", "statement", "matches", "as of 2030", "registered",
    ),
    "a year in a column of approvals is held": (
        "| Peptide | Approved in Russia |\n|---|---|\n| Selank | 1950 |\n", "statement", "differs", "1950", "has 2009",
    ),
    "a `no` in a column of approvals is held": (
        "| Peptide | Approved in Russia |\n|---|---|\n| Cortexin | no |\n", "statement", "differs", "no", "GEROPHARM",
    ),
    "a review of Cochrane is known by its number": (
        "The Cochrane review of Cerebrolysin, CD008900.", "identifier", "matches", "CD008900", "Cui S",
    ),
    # -- where from
    "a maker behind a label is held": (
        "# Semax\n\n**Developer**: Institute of Molecular Genetics\n",
        "statement", "matches", "Institute of Molecular Genetics", "Semax: Institute of Molecular Genetics",
    ),
    "a country behind a label is held": (
        "# Semax\n\n**Country of origin**: Soviet Union\n", "statement", "matches", "Soviet", "Institute of Molecular",
    ),
    "a country in a row of a table is held": (
        "# Semax\n\n| Property | Semax |\n|---|---|\n| Origin | Russia, 1980s |\n",
        "statement", "matches", "Russia", "Institute of Molecular",
    ),
    "a maker in brackets behind a name is held": (
        "Semax (Institute of Molecular Genetics).", "statement", "matches", "Institute of Molecular Genetics", "Semax",
    ),
    "the name of another compound among those of one is told": (
        '# Semax\n\nAlso known as: Heptamer, ; ""; Noopept\n', "statement", "differs", "Noopept", "another compound",
    ),
    # -- chemistry
    "a mass in a column needs no unit": (
        "| Compound | Molecular weight |\n|---|---|\n| Noopept | 400.1 |\n", "figure", "differs", "400.1", "318.37",
    ),
    "a mass without a unit is not counted twice": (
        "Semax: [M+H]+ 814.9, molecular weight 813.93 Da.", "figure", "matches", "814.9", "813.92 g/mol",
    ),
    "a mass of a salt that fits none is unknown": (
        "Semax acetate has a molecular weight of 900.1 Da.", "figure", "unknown", "900.1 Da", "without the salt",
    ),
    "a formula with blanks in it is read": (
        "Semax has C37 H51 N9 O10 S.", "figure", "matches", "C37 H51 N9 O10 S", "Formula of Semax",
    ),
    "a formula of a compound that no name stands beside is its own": (
        "# News\n\nThe substance C37H51N9O10S is sold.\n", "figure", "matches", "C37H51N9O10S", "Formula of Semax",
    ),
    "a length in a row is held with its unit in another cell": (
        "| Property | Semax | Unit |\n|---|---|---|\n| Length | 9 | amino acids |\n",
        "figure", "differs", "9", "Semax has 7 residues",
    ),
    "a length in a row is held for each of its compounds": (
        "| Property | Semax | Selank |\n|---|---|---|\n| Length | 7 aa | 9 residues |\n",
        "figure", "differs", "9 residues", "Selank has 7 residues",
    ),
    "residues before a name are those of the name": (
        "A pentapeptide known as Semax.", "figure", "differs", "pentapeptide", "Semax has 7 residues",
    ),
    "a mass in a cell with the name of its compound is that compound's": (
        "| Compound | Molar mass (g/mol) |\n|---|---|\n| Semax of 813.92 Da | x |\n",
        "figure", "matches", "813.92 Da", "Semax: 813.92",
    ),
    "a pronoun goes back to the one compound of the sentence": (
        "Semax raises BDNF; its molar mass is 813.92 g/mol.", "figure", "matches", "813.92 g/mol", "Semax: 813.92",
    ),
    "what a parent has beside it is the compound's that the article is about": (
        "# Selank\n\nA heptapeptide of 751.89 g/mol, an analogue of tuftsin.\n",
        "figure", "matches", "751.89 g/mol", "Selank: 751.88",
    ),
    "a half-life elsewhere than in plasma is another": (
        "The half-life of Semax in the brain is 20 hours.", "figure", "unknown", "20 hours", "in plasma alone",
    ),
    "a half-life of which nothing is held is unknown": (
        "Cortexin has a half-life of 3 hours.", "figure", "unknown", "3 hours", "no half-life of Cortexin",
    ),
    # -- what there is on a compound
    "that a compound with studies in people has them in animals alone is wrong": (
        "Semax was studied only in animals.", "statement", "differs", "only in animals", "13 are in people",
    ),
    "that a compound without any has none in people is right": (
        "Dihexa was studied only in animals.", "statement", "matches", "only in animals", "0 are in people",
    ),
    "that a compound without any has been studied in people is wrong": (
        "Dihexa was studied in humans as well as animals.",
        "statement", "differs", "was studied in humans", "0 are in people",
    ),
    "another class of a list is wrong": (
        "BPC-157 is on the WADA list under S2.", "statement", "differs", "under S2", "names BPC-157 under S0",
    ),
    "a year long before a list had a compound is wrong": (
        "BPC-157 has been prohibited by WADA since 1999.", "statement", "differs", "since 1999", "The dataset has 2022",
    ),
    # -- studies
    "of two studies each has its own number": (
        "Heiss et al., 2012 and Alvarez et al., 2006 had n = 279 and n = 1070 of Cerebrolysin.",
        "figure", "matches", "n = 1070", "Heiss WD",
    ),
    "a study told by its year is known by its number": (
        "A study of 2012 gave Cerebrolysin to 1070 patients with acute ischemic stroke in Asia.",
        "figure", "matches", "1070 patients", "Heiss WD",
    ),
    "the size of a group of which nothing is known is unknown": (
        "Heiss et al. (2012) gave Cerebrolysin to some (n = 400 in the group).",
        "figure", "unknown", "n = 400", "The size of its groups is not in the dataset",
    ),
    "a number said to be exceeded is held": (
        "Heiss et al. (2012) gave Cerebrolysin to over 900 patients.", "figure", "differs", "900 patients", "n = 1070",
    ),
    "a total is held": (
        "Heiss et al. (2012) gave Cerebrolysin to a total of 700 patients.",
        "figure", "differs", "700 patients", "n = 1070",
    ),
    "a number in a column of participants is held": (
        "| Study | N | Compound |\n|---|---|---|\n| Alvarez et al., 2006 | 300 | Cerebrolysin |\n",
        "figure", "differs", "300", "n = 279",
    ),
    "an outcome that was mixed holds in part": (
        "In the subgroup with NIHSS above 12, Cerebrolysin improved mortality and outcome (Heiss et al., 2012).",
        "statement", "unknown", "improved mortality", "Only in part",
    ),
    # -- effects
    "of two clauses the one that holds is told": (
        "Semax lowers BDNF, while Selank raises anxiety.", "statement", "matches", "raises anxiety", "Selank",
    ),
    "a part of a protein far behind its name is still its own": (
        "TB-500 is, as many a page tells, a thing that is made of thymosin beta-4.",
        "statement", "matches", "made of thymosin beta-4", "TB-500",
    ),
    "what stands in the section of a paper ends with it": (
        "# Semax\n\n## Dolotov 2006\n\nPMID 16996037\n\n# Selank\n\n40 patients were treated.\n",
        "identifier", "matches", "16996037", "Dolotov OV",
    ),
    "an effect that stress had is the other way in its study": (
        "Semax lowered the BDNF that stress induced.", "statement", "matches", "lowered the BDNF", "stress causes",
    ),
}  # fmt: skip
"""By what they hold: a text, and kind, verdict, a part of the text and of the detail of what is found in it."""

SILENT = {
    "a year of which no act is known is neither right nor wrong": "Cortexin was registered in Russia in 1980.",
    "a mass that is a dose": "Semax is sold; it weighs 3 kg. Semax at 5 kDa.",
    "a mass too small for one": "The molecular weight of Semax: 50.",
    "formulas of small things": "Semax burns to CO2 and H2O, C6H12O6.",
    "a formula of nothing that is held": "# News\n\nThe substance C20H30N4O5 is sold.\n",
    "a short sequence with an end of its own": "Dihexa has Ac-Thr-Lys.",
    "amino acids in a list": "Dihexa has glycine, proline, alanine and serine.",
    "a length that is none of residues": (
        "| Property | Semax | Unit |\n|---|---|---|\n| Length | 9 | cm |\n"
    ),
    "the residues of what a compound is a part of": "A fragment of thymosin beta-4, the heptapeptide binds actin.",
    "the date of a committee that did not meet": "The committee met on 24 July 2021 over BPC-157.",
    "an origin before a name is given": "Origin: Institute of Molecular Genetics, Moscow, 1982\n",
    "a decade in which nothing was made": "Semax was developed in the 1970s.",
    "a title in a longer title": "See Selank and Cerebrolysin for vascular dementias, 2019.",
    "a review that is not known": "A Cochrane review (1999) of Semax.",
    "a short title without an author": "See Cerebrolysin for vascular dementia (2019).",
    "a mixture in a blend": "# Cerebrolysin\n\nA blend is a mixture of peptides.\n",
    "a paper in a journal that has none on the compound": "A 2004 study published in Nature on BPC-157.",
    "a study of a compound that has many": "# Semax\n\nParticipants: 75 adults with stroke\n",
    "who took part without a number": "# BPC-157\n\nParticipants: men\n",
    "a design that one of the studies has": "# Noopept\n\nStudy design: double-blind placebo-controlled trial\n",
    "a list that does not name a compound": "Semax is on WADA's prohibited list.",
    "the mass of what is none of ours in a table": (
        "| Compound | Molar mass (g/mol) |\n|---|---|\n| Zinc oxide | 400.5 |\n"
    ),
    "a mass far behind two names": (
        "Semax and Selank are told of in many a tale that goes on and on and on without an end, 813.92 g/mol."
    ),
    "two things with a year": "Zinc and Copper, 2006, were sold beside Semax and Selank, 2006.",
    "studies in a review of another year": "A meta-analysis of 1999 pooled 9 trials of Cerebrolysin.",
    "a list that a compound was never on": "Noopept is on the list of vital and essential drugs.",
    "a restriction of another year": "The FDA restricted the compounding of Semax in 2019.",
    "a category in which a compound never was": "Semax left Category 1 of the FDA.",
    "results at odds where too few are held": "Evidence on P21 is mixed.",
    "a review of which nothing is held": "Cochrane CD000001 on Cerebrolysin.",
    "a derivative of a compound": "N-acetyl Semax amide is sold.",
    "residues that are no sequence": "Semax holds glycylproline. Dihexa is glycyl proline serine alanine.",
    "an effect that nobody found": "Semax has no effect on hormones. Семакс не влияет на гормоны.",
}  # fmt: skip


RIGHT = {
    "what several studies have together is no number of one": (
        "CAPTAIN I and II pooled (185 people) found an effect of Cerebrolysin.\n"
    ),
    "the number of another version is right beside its own year": (
        "A review (Ziganshina et al., 2020; updated in 2023, doi:10.1002/14651858.CD007026.pub7) of Cerebrolysin.\n"
    ),
    "a retracted work that is called so is right where every field is": (
        "Kawas, L. H., McCoy, A. T., Yamamoto, B. J., Wright, J. W., & Harding, J. W. (2012). Development of "
        "angiotensin IV analogs as hepatocyte growth factor/Met modifiers. Journal of Pharmacology and Experimental "
        "Therapeutics, 340, 539–548. https://doi.org/10.1124/jpet.111.188136. Expression of concern (2025, notice PMID "
        "40312092).\n"
    ),
    "the second trial of a name is not the first": (
        "# Cerebrolysin\n\nThe second CARS trial (240 patients, mostly mild) did not.\n"
    ),
    "studies that are named behind a citation have numbers of their own": (
        "# Semax\n\nControlled studies are few: Kaplan et al. (1996), and two imaging studies of 24 and 52 people.\n"
    ),
    "a number of people with a year of its own is not that of the study before": (
        "# Noopept\n\nOne clinical study was traced (Neznamov et al. 2009). A comparison of 150 people with two other "
        "drugs (2022) is known by a part of its abstract.\n"
    ),
    "how sure a figure is is nothing that was measured": (
        "Semax at 1 µM augmented the currents that GABA evokes in Purkinje cells (147 ± 13%) (isolated rat cerebellar "
        "Purkinje cells)."
    ),
    "what fell is not said to have risen": (
        "Twenty minutes after Semax, NGF and BDNF mRNA had fallen in the hippocampus and retina but risen in the "
        "frontal cortex."
    ),
    "what pages of two kinds say, and what an encyclopaedia says, is theirs": (
        "Older encyclopaedia copies and seller pages say that Semax is prescribed in Russia and Ukraine.\n\n"
        "English Wikipedia says the drug is sold in Russian and Ukrainian pharmacies, perhaps meaning Semax."
    ),
}  # fmt: skip
"""Texts in which nothing is wrong."""

ONE = {
    "a sentence with a wrong number of residues is none that stands": (
        "Semax has eight amino acids: Met-Glu-His-Phe-Pro-Gly-Pro.", {"differs", "matches"}, "figure",
    ),
    "a sentence with a sequence that lacks its end is none that stands": (
        "The sequence of Tuftsin is Thr-Lys-Pro.", {"differs"}, "figure",
    ),
    "a figure that the dataset gives in the same words is right, whichever study is named beside it": (
        "# Semax\n\nControlled studies in healthy people are few: Kaplan 1996, and two placebo-compared imaging "
        "studies of 24 and 52 people whose abstracts report no test of mental performance.\n",
        {"matches"}, "statement",
    ),
    "a part that is called the active one is none of the whole sequence": (
        "The active sequence of Semax is Met-Glu-His-Phe-Pro.", set(), "",
    ),
}  # fmt: skip
"""A text, the verdicts on what is found in it beside its citations, and the kind of all of that."""

ALONE = {
    "the number of women among patients": "Heiss et al. (2012) gave Cerebrolysin to 500 women.",
    "the size of a group of patients": "Heiss et al. (2012) gave Cerebrolysin to 300 patients in the placebo group.",
    "those who were allotted, a few more than were counted": "Heiss et al. (2012) allotted n = 1090 to Cerebrolysin.",
    "sizes of groups far from the study": (
        "Cerebrolysin (n = 500) and placebo (n = 600), in all that was told in a long story by Heiss et al. (2012)."
    ),
    "a molecule that a paper on others may be cited for": "Semax raised serotonin (Dolotov et al., 2006).",
    "a stranger among authors of a year": "Semax helped (Smith and Jones, 2006).",
    "those who finished, of a study that counts none": "Of them 62 finished it (Kaplan et al., 1996).",
    "what another study found": "The study found that Semax raised NGF in the retina (Dolotov et al., 2006).",
    "a time that is near another which the study gives in another unit": (
        "Thymosin alpha 1 cleared the virus at 85 weeks (Chien et al., 1998)."
    ),
    "a dose of another unit and a time that is not the study's": (
        "Cerebrolysin 31 mg for 3 years (Heiss et al., 2012)."
    ),
    "what may be": "Semax may lessen anxiety (Dolotov et al., 2006).",
}
"""What is left beside a citation that is found."""


@pytest.fixture(scope="module")
def told(bundled: Dataset) -> Told:
    return told_of(bundled, {rule: text for rule, (text, *_) in FOUND.items()} | SILENT | ALONE | RIGHT
                   | {rule: text for rule, (text, *_) in ONE.items()})  # fmt: skip


@pytest.mark.parametrize("rule", FOUND)
def test_a_line_is_held_against_what_is_known(told: Told, rule: str) -> None:
    assert holds(told[rule], FOUND[rule]), told[rule]


@pytest.mark.parametrize("about", SILENT)
def test_of_what_is_no_statement_nothing_is_said(told: Told, about: str) -> None:
    assert told[about] == []


@pytest.mark.parametrize("about", RIGHT)
def test_what_is_true_is_not_called_wrong(told: Told, about: str) -> None:
    assert [found for found in told[about] if found[1] in PROBLEMS] == []


@pytest.mark.parametrize("rule", ONE)
def test_a_statement_with_a_wrong_figure_does_not_stand_and_a_figure_that_is_told_so_does(
    told: Told, rule: str
) -> None:
    _, verdicts, kind = ONE[rule]
    found = [(of, verdict) for of, verdict, *_ in told[rule] if of != "citation"]
    assert {verdict for _, verdict in found} == verdicts
    assert {of for of, _ in found} <= {kind}


@pytest.mark.parametrize("about", ALONE)
def test_beside_a_citation_what_cannot_be_held_is_left(told: Told, about: str) -> None:
    assert [kind for kind, *_ in told[about]] == ["citation"], told[about]
