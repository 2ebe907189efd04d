"""How statements that circulate are put into words, in whatever language and order.

Each statement has ways in which it is told. A way is groups of beginnings of words, divided by spaces; a stretch of
text tells the statement where it has one beginning of each group, and none of those behind `!`. Within a group `|`
divides what stands for the same. Text and beginnings are folded: lower case, Latin letters without accents (`телом` is
`telom`, 端粒 `duanli`), a space for all that is neither letter nor digit. `_` is such a space, `.` ends a word (`hgf.`
is no `hgfr`), `*` lets what follows stand within a word, for scripts that put no space between two. A compound stands
as `x` and its id without hyphens (`xtb500`), the one that is told of as `xself`; where another is named there is
`xother`. `not` as a group allows a denial, `@tb500` keeps a way to one compound of a statement on two.
`lower|reduc~cortisol` wants one of the two near the other.
"""

from __future__ import annotations

_RAISES = (
    "rais|ris|rose|increas|boost|upregulat|up_regulat|promot|induc|enhanc|higher|more_|surge|goes_up|go_up|went_up|"
    "climb|pushes|drives|gain|grows|grew|greater|activates_the_gene|switch|turns_on|turn_on|povysh|uvelich|usil|rost_|"
    "rastet|rastut|vyros|pidvishch|zbil|posil|zris|zrost|steig|erhoh|forder|hebt|mehr|stieg|anstieg|zunahm|nimmt|"
    "verstark|aument|elev|estimul|sube|subio|augment|stimul|accroi|innalz|accresc|cresc|salit|zwieksz|podnos|wzrost|"
    "wzrast|zvys|narust|povish|crest|mares|artir|yukselt|artis|verhoog|stijg|*tigao|*zengjia|*shenggao|*zengqiang|"
    "*zengyasu|yrf|yzyd|zyad|yhfz|uptick|jump|multipl|kick|improv|lift|amplif|intensif|podwyz|aktywuj|aktiviert|"
    "povecav|podig|nadnas|rosn|rostou|podporuj|podwaja|ankurb|potenz|potencia|attiva|incremen|fomenta|favorece|"
    "rinforz|rialza|alza|verbesser|mejora|melhora|miglior|amelior|poprawia|zleps|uluchsh|pokrashch|podobr|imbunat|"
    "geliştir|gelistir|*zengduo|*fenmi|*shangsheng|*zengda|*cujin|*jihuo"
)
"""Words by which something is raised."""
_BDNF = (
    "bdnf|ngf.|nerve_growth_factor|brain_derived_neuro|neurotrophin|neurotrophic_factor|growth_factors|gdnf|cntf|"
    "neyrotrofi|neirotrof|faktor_rost|faktora_rost|neurotropher_fakt|neurotrophe_fakt|nervenwachstum|"
    "facteurs_neurotroph|facteur_neurotroph|facteur_de_croissance|factor_de_crecimiento|fator_de_crescimento|"
    "fattore_di_crescita|czynnik|*shenjingyingyangyinzi|neurotrof"
)
"""Words for the neurotrophins."""
_DOPAMINE = (
    "dopamine.|dopaminelev|dopaminelv|dopaminegehalt|dopaminefreis|dopaminfrei|dopaminpro|dopaminkonz|dopamino.|"
    "dopaminom.|dopaminem.|dopaminowy.|dopamina|dopaminu|dopaminspiegel|dopaminy|dopaminei|dopamini|dofamin.|"
    "dofamina.|dofaminu|dofamino|dwbamyn|ldwbamyn|ldwbmyn|*duobaan|*dopamin."
)
"""Words for dopamine, and not for what is dopaminergic."""
_NEVER = (
    "no_|not_|never|none|nobody|without|lack|absence|absent|zero|bypass|unblinded|nie_|kein|nicht|ohne|fehl|ni_|"
    "ningun|nunca|jamas|jamais|aucun|pas_|sans_|nessun|non_|nenhum|sem_|neexist|zadn|bez_|net_|ne_|nikogda|otsutstv|"
    "nyama|nito|hicbir|yok|*meiyou|*weishoulu|yet_to|0_|zhodn|nema|brak|niet|geen|hardly|miss|leaves_out|invisible|"
    "outside|unlisted|unindexed|sin_index|la_twjd|l_twjd"
)
"""Words by which a thing is said not to be."""

# What stands in several ways: with `!` what none of them has.
_NEITHER = (
    "!unlike|benzodiazepine|current|toki|in_vitro|isolat|pinealocyt|magnesium|gabapent|alcohol|proposed|hypoth|"
    "associat|binding|selank|xselank|rather_than|rat.|rats|fusion|neuronakh|combin|tuftsin|xtuftsin|unknown|thought|"
    "take_|with_melat|with_gaba|melatonin_is|melatonin_act|melatonin_level_|melatonin_levels_a|by_the_pineal|"
    "in_the_pineal|season|metabolit|breed|moglich|possibl|cherry|tryptoph|agents_with|shifted_to"
)

_NINETIES = (
    "1990s|1990er|1990_kh|1990_e|1990_i|1990_ye|1990_lar|1990larda|1990_ler|1990_tal|1990_te|nineties|90s|90er|"
    "1990_to_2000|devyanost|dev_yanost|devetdeset|noventa|neunzig|quatre_vingt_dix|annees_90|annees_1990|anos_90|"
    "anos_1990|anni_90|anni_1990|anni_novanta|lata_90|lat_90|latach_90|dziewiecdz|devadesat|last_decade_of_the_tw|"
    "90_e|90_kh|90_ta|90_tych|90_ix|90_let|doksan|90_lar|90larda|jaren_90|jaren_neg|anii_90|*90niandai|*90nyeondae|"
    "ltsynyt|ltsynat"
)
_NO_NINETIES = (
    "!interest|trial|study|studies|research_in|popular|review|xnoopept|xepital|xselank|xsemax|regis|deltaran|"
    "evidence|1970|1974|1977|1978|ross|rusia|russi|rosj|rosii|glycin|glitsin|comcon|report|sold|treated|patients|"
    "launch|analog|phospho|derivat|receptor|antibod|found_that|discovered_that|effect|role|test|given|market|et_al|"
    "continu|until|fusion"
)
_YEARS = "|".join(
    f"{count}_{years}"
    for count in (
        "20|25|30|35|40|twenty|thirty|dvadtsat|dvadtsati|dvadtsyat|zwanzig|veinte|vinte|vingt|vent|venti|"
        "dwadziescia|dwudziestu|dvacet|dvaceti|yirmi|dvadeset|twintig|douazeci_de"
    ).split("|")
    for years in "year|yr|let.|god|rok|rich|jahr|ano|an.|ans.|anni|lat.|yil|jaar|ani.".split("|")
)
_TWENTY = (
    f"{_YEARS}|decades|decadas|dekad|decenni|desyatilet|desyatyl|jahrzehnt|dwudziest|dvadtsatilet|dvadtsyatirich|"
    "ventenn|vicenn|zwanzigjahr|20nian|25nian|30nian|20_m.|mnogolet|multi_year|quarter_cent|chetvert_vek|"
    "multi_decade|long_running|twintig|douazeci|ershinian"
)
_LONG_RUN = (
    "cohort|human|patient|clinic|klini|observ|follow|man.|people|experience|long_term|long_run|use.|used|data|record|"
    "rossi|nabl|sposter|rusa|ruso|russ|rus.|koh|mensch|coort|uso.|humain|uomo|rosi|rosy|rwsyh|*roshia|*eluosi|"
    "*kohoto|*duilie|studi|langzeit|largo_plaz|longo_praz|lungo_term|dovgostr|dolgosr|dlouhod|dlugot|uzun_vad|"
    "lange_term|issledov|etud|badan|primen|gozlem"
)
_NO_LONG_RUN = (
    "!extract|ekstrakt|extrakt|estrat|xepithal|plan|animal|rodent|rat.|mice|mg.|mcg|xthymal|2024|2025|2026|pmid|"
    "systemat|studied|investigad|no_data|keine_daten|nothing|stor|c_for|shelf|unestabl|needed|days|hours|minut|"
    "temperat|degree|units|years_old|years_of_age|years_and_old|aged|older_than|anos_de_edad|starshe|jahre_alt|"
    "anni_di_eta|anos_de_idade"
)
_LOWERS = (
    "lower|decreas|suppress|diminish|blunt|bring_down|brings_down|brought_down|takes_down|cut.|cuts.|cutting|drop|"
    "fall.|falls.|fell.|dampen|tames|curb|quell|less.|weaker|halv|inhibit|fewer|sniz|poniz|umensh|podavl|tormoz|"
    "sokrash|men_she|znizh|zmensh|prignich|senk|verringer|hemm|dampf|weniger|minder|disminu|baj|menos|menor|mengua|"
    "diminu|baix|redu|umen_|abaiss|baiss|moins|ridu|abbass|meno.|obniz|hamuj|zmniejsz|mniej|mensi|namal|po_nis|dusur|"
    "azalt|verlaag|vermind|scade|*jiangdi|*jianshao|*xiage|*dixia|*yizhi|*xiajiang|kam_so|lessen|trim|slash|mute|"
    "temper|counteract|flatten|restrain|limit|holds_down|keeps_down|down.|spad|pad.|padae|gasit|sink|runter|gesenkt|"
    "drossel|brems|cae.|desciend|atenu|fren|recort|cai.|queda|corta|chute|frein|attenu|cala.|calo.|scend|tlumi|"
    "pokles|klesa|omez|dus.|bask|daalt|onderdr|po_malko|potiska|*jianra|*jianxiao|*gamso|*najchu|*najchwo|ykhfd|yqll|"
    "khfd|tkhfyd|lagere"
)
_FURTHERS = (
    "rais|increas|rise|rising|boost|enhanc|lift|upregul|more.|higher|surge|restor|promot|support|activat|trigger|"
    "releas|regain|return|prompt|optimi|improv|help|balanc|rejuv|mejor|melhor|amelior|miglior|verbess|uluchsh|"
    "pokrashch|popraw|zleps|podobr|iyiles|povysh|uvelich|usil|stimul|vosstan|aktiv|regul|modul|pidvishch|zbil_sh|"
    "vidnov|posil|erhoh|steiger|steigt|verstark|regt|mehr.|norm|foder|aument|elev|sube|increment|potenc|restaur|"
    "estimul|alta.|augment|accroi|retabli|ripristin|potenzi|podnosi|zwieksz|przywrac|wzmac|pobudz|zvys|obnov|povish|"
    "v_zstan|artir|yukselt|*zengjia|*tigao|*cujin|*zengyas|*shang_ge|*shangge|yrf|yzyd|verhoog|creste"
)

WAYS: dict[str, tuple[str, ...]] = {
    # -- Semax, Selank, tuftsin, ACTH(4-10), Cerebrolysin, Cortexin, Dihexa, davunetide
    #
    "adamax-one-substance": (
        "adamant|diamondoid|*jingangwan|*adamantan !p21_|p021|xp21|amantad|bromant|ladasten|memant|seller|vendor|"
        "claim|fit_|printed|weigh|mass_|unpublish|no_paper|slov|prodav|handler|vended|diverg|differ_in|unknown|"
        "unverif|cntf_deriv|unclear",
        "adamax|adamaks half_life|8_10|8_to_10|10_hours|ten_hours|halbwert|vida_media|demi_vie|emivita|meia_vida|"
        "polocas|poltrwan|poluvyv|napivviv|polukhiv|stunden|halfwaarde|blood_brain|deriv|analog|modifi !seller|vendor|"
        "claim|unknown|unverif|without|fit_|veroff|publi|blend|paper|article|structure_is|stack|xselank|amidat",
    ),
    "cerebrolysin-contains-neurotrophins": (
        "bdnf|ngf.|nerve_growth_factor|gdnf|cntf|brain_derived_neurotrophic_fa|brain_derived_neurotrophin|faktor_rost|"
        "faktora_rost|nerve_factor|neurotrophic_factors_natural|neyrotroficheskie_fakt|neurotropher|nervenwachstum|"
        "factor_neurotrof|fator_neurotrof|fatores_neurotrof|facteur_neurotroph|facteur_de_croissance|"
        "fattore_di_crescita|fattori_neurotrof|ciliary_neuro|neurotrophins_ngf|*shenjingyingyangyinzi|mozkovii_neir "
        "contain|consist|compos|compris|made_of|made_up|make_up|made_from|blend|mixture|combination|provide|"
        "active_comp|deystvuyushch|ingredient|component|supplies|has_bdnf|source_of|brings_together|exogenous|"
        "found_in|in_which|rich_in|packed|deliver|carries|carrying|supply|gives_you|cocktail|complex_of|mix_of|"
        "bestandteil|beinhalt|liefert|apport|fournit|renferm|fornisc|ricavat|fuente|fonte|zrodl|istochnik|tarkib|"
        "ihtiva|saderz|slozen|sestava|formado|constitu|costitu|aporta|dostarcza|mieszanin|smes_|smis|smeska|present|"
        "slozk|embod|harbour|hold|comes_with|enth|besteht|inhaltsstoff|contien|conten|compuest|inclu|mistur|misch|"
        "mezcla|comprend|bevat|sklad|zawier|sostav|soderzh|komponent|vkhod|mist_|mistit|syd|s_d|obsah|sadarzh|*hanyou|"
        "*baohan|*chengfen|yhtwy|icer !mimic|like_|similar|analog|resembl|equivalent|effect|action_|activit|signal|"
        "stimulat|increas|rais|releas|recombinant|receptor|level|promot|enhanc|induc|deystv|podobn|povysh|compar|"
        "platelet|serum|express|upregul|agonist|ahnlich|parecid|imita|wirk|synthes|pathway|concentrat|elevat|modulat|"
        "support|production|regulat|secret|mrna|mimet|control|half_life|low_molecular|neuropeptide_prep|actividad|"
        "ativid|xsemax|xselank|xcortexin|xnoopept",
    ),
    "cortexin-dopamine": (
        f"{_DOPAMINE} {_RAISES}|restor|optimi|produces|activat|support|normal|replen|correct|balanc|favour !measur|"
        "antagonist|xsemax|xselank|bromant|claim|agonist|inhibit|seller|vendor|metaboliz|aminokislot|balansa|"
        "amino_acid|together_with|drugs_that|alongside|given_with",
        f"dopaminerg {_RAISES}|strength|activat !xsemax|xselank|claim|agonist|glutamat|seller|vendor",
    ),
    "cortexin-no-placebo-trial": (
        f"not platseb|platsep|placeb|plaseb|*anweiji|*purasebo|bdwa {_NEVER} !large|big_|wester|english|intern|multic|"
        "few|small|child|figure|seen|clinicaltrial|pubmed|says|xpinealon|pinealon|untreated|quality|krupn|bol_sh|"
        "mezhdunar|mnogotsentr|significant|differ|better|superior|more_effective|worse|thirty|independent|adequat|"
        "rigorous|extensive|group|grupp|arm_|arms|programm|observational|this_stud|this_trial|alzheimer|epilep|palsy|"
        "covid|many_|mostly|most_|several|often|some_",
    ),
    "cortexin-pinealon-component": (
        "xpinealon|pinealon|edr.|glu_asp_arg xcortexin|xself|cortex|cortica|hirnrind|extract|ekstrakt|extrakt|"
        "estratto|extrato|extrait|complex|kompleks|komplex|vial|mixture|preparat|drug|medicine|kory|korteksin active_|"
        "bioactive|main_|primary|core|backbone|workhorse|does_the_work|driv|owes|rests_on|hinges|accounts|identif|"
        "key_|dominant|working|princip|chief|leading|central|heart|most_important|basic_comp|basic_ing|acting|"
        "works_in|due_to|contents|contains|contained|inside_every|major|essential|foremost|responsible|ingred|"
        "component|constituent|element|carries|stoffwirk|haupt|wirkst|wirksam|bestandteil|vazhn|aktivn|glavn|osnovn|"
        "golovn|kluchov|klyuch|diyuch|komponent|skladov|s_stavk|activo|activa|ativo|attivo|actif|composant|aktywn|"
        "glown|skladnik|hlavn|ucinn|slozk|zasadn|kluczow|podstaw|najwazn|najaktyw|nejdul|najdol|sostav|osnova|deystvu|"
        "diye|werkzaam|hoofd|wichtigst|entscheidend|treagend|zentral|kern|cle_|chiave|clave|chave|base|temel|ana_|"
        "anahtar|bestanddeel|etken|bilesen|madde|*youxiao|*zhuyao|*hexin|*chengfen !cortagen|kortagen|another_site|"
        "inspired|based_on|design|seller|wiki|which_of|mistake|claim|not_known|isolated|analys|synthetic_tripep|"
        "separate|stack|combin|plus|protocol|bundle|both_are|similar|unlike|whereas|versus|vs_|compar|alternativ|"
        "related|synerg|xepit|xcortagen|mix_of|cycle|course|xself_and_xpin|xpinealon_and_xself|xself_e_xpin|"
        "xself_y_xpin|xself_und_xpin|xself_i_xpin|xpinealon_e_xself|xpinealon_y_xself|xpinealon_und_xself|"
        "xpinealon_i_xself|same_|family|class|differ",
    ),
    "cortexin-raises-bdnf-ngf": (
        f"{_BDNF} {_RAISES}|express|activat|release|positive|upward|produc|more|synth|vyrab|virobl|vyrob|vyrazh|"
        "ekspres|bildung|produz|aanmaak|liber|uwaln|uvoln|vysvob|vyisvob|*sheng !measur|planned|claim|cerebrolys|"
        "xsemax_raise|xcerebrol|mimic|similar|through_the_activ|vend|seller|apopt|fgf|vegf|says|receptor|"
        "together_with|drugs_that|alongside|given_with|aktivatsiey_pept|activation_of_pept|activating_pept|"
        "activation_of_neurop",
    ),
    "davunetide-cortical-thinning": (
        "schizo|shizofr|skhizofr|szizofr|esquizo|sizofren|fifteen_treated|szhizof|*jingshenfenlie|*tonghe|fs_m|lfs_m "
        "cortex|cortic|kory|koru|kora|rinde|hirnrinde|cortez|*pizhi|*dananao|qshr|lqshr protect|thin|spar|thick|slow|"
        "schutz|erhalt|mainten|maintain|chroni|zashch|sokhran|menshe|men_she|stonsh|keep|kept|lost_less|loss|shrink|"
        "save|halt|slim|ranger|retain|proteg|preser|conserv|ochron|chran|koru|zakhist|zakhyshch|zapaz|dunn|amincis|"
        "bescherm|behoud|zachow|sottil|assottig|adelgaz|afin|grubosc|tloust|tolshch|tovshch|kalin|verlies|istonch|"
        "stenc|epaiss|perte|espes|spess|grosor|atroph|averted|prevent|*baohu|yhmy !common|typical_of|is_typical|"
        "antipsychot|first_episode|endpoint|characteri|reduced_cortical|ventric|risk",
    ),
    "davunetide-first-to-improve-memory": (
        "first|erst|premier|primer|primeir|primo|prima|perv|persh|prvni|prvy|prv_|p_rv|pierw|ilk_|eerst|prim_|nobody|"
        "no_other|until_now|unprecedent|pioneer|never_before|histor|before_it|*diyi|*chumete|*shouge|*shouci|*chuno|"
        "awl tangle|neurofibril|bund|fibrillen|ovillo|madej|klubk|klubok|klbk|splat|splot|yumak|emaran|novelos|"
        "grovigl|enchev|degener_fib|kluwen|vrtsi|vlakn|splet|*chanjie|*shenjingyuanxianwei|tashabk|tshabk|tau_path|"
        "tau_tang memor|recall|remember|cogniti|gedacht|erinner|pamyat|pam_yat|pamet|pamat|pamiec|belle|hafiza|mem_ri|"
        "geheug|memoir|mem_oire|ldhakra|dhakr|*jiyi not !claim|repeat|hoped|hope_|amyloid_anti|company_s_word|"
        "methylene|designed|aim|enter|to_test|would|not_|no_drug|procede_de|database|nie_wyk|ne_dokaz",
    ),
    "davunetide-phase-2-proved": (
        "phase_2|phase_ii|phase2|fase_2|fase_ii|faze_2|fazy_2|faz_2|vtor|druh|zweite|drugiy|drugii|druga|deuxieme|"
        "seconda_fase|segunda|ii_faz|ii_phase|iia|patient|human|people|clinical|mci.|mild_cogn|mildly|mild_impair|"
        "schizo|shizofr|skhizofr|esquizof|szizofr|ukn|*erqi|*jingshenfenlie|elderly|mid_stage|patsient|pacient|"
        "pazient|trial|klin|lkht|legk|leicht|leger|lieve|leve improv|better|positive_impact|positive_eff|enhanc|"
        "efficac|effectiv|proof|proven|success|reversed|uluchsh|polip|pokrashch|dokaz|doved|verbesser|mejor|migli|"
        "amelior|melhor|eficac|uspesh|rost_|luchshe|iyiles|gelist|zleps|wykaz|poprav|popraw|verbeter|bewies|belegt|"
        "prouv|demostr|dimostr|demonstr|comprov|prokaz|udowod|podobr|*gaishan|*zhengming|yhsn|sharper|clear|boost|"
        "rais|gain memor|cogn|gedacht|pamyat|pam_yat|pamet|pamat|kognit|bellek|hafiza|belleg|pamiec|geheug|*jiyi|"
        "*renzhi|recall|ldhakra|thought|denk|remember|ricord|recuerd !single|some_|delayed|match|trend|signal|two_of|"
        "mouse|mice|rat_|rats|animal|model|secondary|certain|ucsa|upsa|function_cap|functional_cap|primary|missed|"
        "null|differ|composite|preclin|announc|test|potential|investig|evaluat|rodent|candidate|only|but_|however|"
        "although|promis|several|first_|tangle|nnr|donepez|patients_receiv|mmse|adas|claim|hoped|hope_|rato|maus|mysh|"
        "souris|topi|myszy|women|digit_span|nicotin|agonist|insulin|vitamin|in_whom|xcereb|xdihexa|xnoopept",
    ),
    "dihexa-donepezil": (
        "donepez|donepet|standard_alzheimer|alzheimer_standard|donepesil|aritsept|aricept|*duonaipaiqi|dwnybyzyl|"
        "*donepejil|*donepezil better|outperf|surpass|exceed|stronger|more_eff|higher_eff|greater|beat|outclass|"
        "inferior|behind|won_|advantage|improvement_over|could_not|faster|less_time|uberleg|besser|schneller|super|"
        "meglio|migliore|piu_effic|plus_effic|ucinn|depass|lepiej|skuteczn|effektivn|luchshe|kraschche|krashch|"
        "prevoskh|prev_zkh|prevaz|daha_iyi|*youyu|wusuha|daha_etk|ustun|beter|effektiver|wirksamer|mas_efic|mais_efic|"
        "mejor_que|melhor_que|melhor_do|mieux|outdid|outshone|edge|outstrip|eclips|trump|top_|topped|ahead|lagged|"
        "weaker|less_eff|worse|leaves|left|overtook|dwarf|venc|batt|bate_|pokona|przewyz|predci|predst|lucinn|poefekt|"
        "po_efekt|efektivn|bolee_eff|sil_nee|*haoyu|*shengyu|*qiangyu|*chaoguo|*gengyou|bests|bested|outpac|outrank|"
        "defeat|more_potent|mightier|improves_on|improved_on|improvement_on|gain_over|lead_over|win_over|victor|shame|"
        "in_the_shade|second_to|pales|not_match|no_match|rival|wins|schlagt|schlug|besiegt|hinter_sich|mas_que|"
        "mas_rapid|gano|gana_|ganho|melhores_result|mejores_result|mejor_resul|devance|bat_|meilleur|migliori|vince|"
        "lepsze|lepszy|wyzsz|silniej|zwyciez|lepe|porazil|vyssi|bystree|luchshi|obog|oboshl|peremog|shvydshe|shvidshe|"
        "po_dobr|po_silen|izprevar|gecti|versloeg|*genghao|*genggao|*shengguo|gebra|overtref|ubertr|surclass|"
        "more_than_donep|beyond_donep|versus_donep|lepsi|tfwq|w_su !placebo|approv|needed|combin|no_direct|would|"
        "quote|some|claim|never|cerebrolys|alone|adding_donep|headlin",
    ),
    "dihexa-hexapeptide": (
        "hexapept|heksapept|geksapept|esapept|*hekisapepuchid|khexapept|heksamer|hexamer !angiot|suggest|despite|"
        "parent|from_a_|of_a_hexa|from_the_hexa|starting|precursor|mistak|sounds|hexano|name|means|not_|gh|argirel|"
        "acetyl|sometimes|call|dipept|cap|two_amino|ang_iv|semax|xsemax_and",
        "a_hexapept|hexapeptid_od|hexapeptid_das|hexapeptide_kind|the_hexapeptides|hexapeptide_that|"
        "few_hexapept|hexapeptide_with|hexapeptide_struct|synthetic_hexapept|hexapeptide_for|active_hexapept|"
        "small_hexap|oral_hexap|hexapeptide_develop|hexapeptidzs|exapeptido|hexapeptido|hexapeptidio|heksapeptit|"
        "heksapeptid|sinteticky_hexapept|syntetyczn|sintetich|esapeptide|heksapeptyd_poch|geksapeptid|"
        "hexapeptide_origin|hexapeptide_known|hexapeptide_called|category_hexapept|khexapept|"
        "*hekisapepuchid !hexapeptide_deriv|hexapeptide_analog|derived_hexapept|a_hexapeptide_ang|"
        "suggest|despite|parent_mol|parent_pept|from_a_hexa|"
        "of_a_hexa|from_the_hexa|starting|precursor|mistak|sounds|hexapeptide_and_ang|hexano|dipept|not_|name_|"
        "angiotensin_iv_a_hexa|angiotensin_iv_is|angiotensina_iv_es|hexapeptide_fragment|fragment_hexapept|"
        "often_called|sometimes_called",
        "six_amino|6_amino|six_member|six_part|6_resid|6_piece|chain_of_six|string_of_six|sequence_of_six|"
        "six_in_length|six_long|length_of_six|six_acid|six_link|6_link|sechs_amino|seis_amino|6_acide|sei_amino|"
        "sei_ammino|szesciu_amino|shesti_amino|shest_amino|shist_amino|6_mer|six_aa|6_aa|hexamer|six_building|"
        "six_unit|seis_resid|six_resid|sechs_rest|szesc_amino|szesc_reszt|altı_amino|alti_amino|zes_amino|sechsgli|"
        "length_6|length_six|lunghezza_6|longitud_6|longitud_seis|half_dozen_amino|half_a_dozen_amino|sixfold_amino|"
        "residues_six|*6geanjisuan|*6genoamino|sest_amino xself|made|consist|chain|contain|besteht|peptid|constitu|"
        "compos|sostoi|zbudow|only|just|number|length|sequence|synthe|short|small|nootrop|molec|drug|it_|compound|"
        "size|has_|with_|structure|unlike !angiotensin_iv_which|which_has|angiotensin_iv_has|hexano|two_amino|"
        "6_amino_acid_amide|aminohex|dipept|not_|shorten|6_amino_hex|6_amino_cap",
    ),
    "dihexa-hgf-fact": (
        "hgf.|c_met.|cmet.|met_receptor|met_kinase|met_tyrosine|met_pathway|met_system|met_signal|recepteur_met|"
        "receptor_met|recettore_met|hepatozyt|hepatocit|hepatocyt|gepatotsit|khepatotsit|crecimiento_de_hepat|"
        "crecimiento_hepat|crescimento_de_hepat|crescimento_hepat|croissance_des_hep|croissance_hep|crescita_degli_ep|"
        "crescita_epat|epatocit|hepatosit|tirozinkinazu_met|*ganxibao xself|it_|its_|this_pept|this_comp|this_mol|"
        "the_pept|the_comp|the_mol|the_drug|the_agent|this_drug|the_subst|molecule|mechanism|target|agonist|mecanism|"
        "meccan|mekhan|mechanizm|mekanizm|mehanizm|wirkmech|binding_partner|potentiat|actua|atua|agit|agisce|wirkt|"
        "deystvuye|diye|diie|puso|peptid|soedin|prepar|veshchestvo|moleku|cette|czasteczk|latka|stof|verbinding|"
        "verbindung|substanz|sustancia|substanc|compose|composto|compuesto|farma|vaz|wiaz|se_leaga|baglan|fix|unindo|"
        "uniendo|zv_yazu|usil|aktywa|activa|attiva|ativa|aktiviert|bindet|*jihuo|*jiehe|potenci|*ketsugo bind|agonist|"
        "aktiv|aktyw|attiv|ativ|activ|dock|interact|attach|switch|modul|target|works|dimer|latch|engag|hitch|couple|"
        "partner|ligand|hooks|turns|trigger|boost|amplif|promot|upregul|enhanc|increas|augment|stimul|stymul|verstark|"
        "renforc|usil|posil|vaz|svyaz|sv_rz|zv_yaz|potenc|potenz|leaga|baglan|fixe|mimic|via|cherez|*jiehe|*jihuo|"
        "potenti|lega_|se_lie|se_une|uniend|unindo|liga_|wiaz|wzmac|zwieks|verhoog|versterk|etkinles|guclend|podobr|"
        "zasil|act_|acts|acting|through|uber|durch|ynsht|yrtbt !report|retract|thought|believ|claim|propos|hypothes|"
        "purport|withdr|original|appear|suggest|alleg|said|question|contest|designed|rationale|a_new_target|"
        "are_dependent_on|is_primarily|physiolog|ligand_hgf|hgf_activates|hgf_binds|hgf_is_|binding_of_hgf|normally|"
        "rather_than_c_met|consistent_with|tissue_repair|liver|wound|labs|organ|monitor|fosgonim|athira|xfosgon|"
        "capmat|otozv|otzvan|antagon|6_ah|foretinib|wortmann|cancer|tumor|tumour|onco|theor|concern|risk|investigat|"
        "stud|research|postul|presum|seem|describ|nobody|unclear|predict|doubt|disput|fabricat|falsif|inhibitor|"
        "risiko|proliferat|evidence|data|paper|shown|despublic|retir|ritratt|wycof|odvol|zuruckgez|atribui|attribu|"
        "supuest|angeb|yakoby|predpol|vermut|drives_cell_growth|mitogen|angiogen",
    ),
    "dihexa-human-dose": (
        "5_mg|5mg|five_mg|five_milli|cinco_m|cinq_m|cinque_m|funf_m|piec_m|*5haoke|5_mq|5_miligr|5_milligr|pyat_mill|"
        "5_mlg subcut|sub_q|subq|sc.|s_c.|skin|beneath|belly|pid_shk|p_k_|pod_kozh|subkut|haut|piel|sous_cut|"
        "sous_la_peau|bajo|pele|pod_skor|podskor|*pixia|derialti|deri_alt|onderhuid|sottocut|sotto_la|podkoz|pod_kuz|"
        "p_sh_k|abdom|hypoderm|spritz|iniett|sottopelle|wstrzyk|inyec|injec|ukol|prick|prik|thtaljld|tht_aljld|"
        "tht_ljld|jld twice|two_times|2_times|2x|two_5|two_dose|biw|b_i_w|zweimal|dos_veces|dos_dias|deux|duas|dois|"
        "dwa_razy|dva_p|dva_raz|dvazhdy|two_shots|two_inj|two_admin|two_weekly|bi_weekly|every_3_d|every_three_d|"
        "2_inj|semi_weekly|zwei_|due_inj|due_iniez|dos_inyec|dvakrat|dva_uko|dvichi|haftada_iki|tweemaal|twee_keer|"
        "2_fois|2_mal|2_veces|2_vezes|2_volte|2_krat|2_x_|2_puti|*liangci|*erci|monday|tuesday|mon_and|tue_fri|"
        "ponedel|2_raz|mrtyn|due_volte|two_day !basis|source|xtb|xbpc|xthym|xcereb_5|vial|without|no_stud|tablet|mg_kg",
    ),
    "dihexa-ten-million-bdnf": (
        "bdnf|brain_derived_neuro|brain_s_own_growth|neurotrof|neyrotrof|neirotrof|neurotrophic_factor|neurotropher|"
        "natural_growth_factor|derivado_do_cerebro|*naoyuanxing|lm_l|lml_ltghdhy 10_7|1e7|10m_|10_000_000|10000000|"
        "seven_orders|orders_of_magn|7_log|seven_log|millions_of|10_mln|zehn_million|diez_mill|10_mil|dieci_mil|"
        "dez_mil|desyat_mil|desyati_mil|na_sem_por|sem_poryad|sim_por|siedem_rzed|sieben_gross|desetmil|deset_mil|"
        "on_milyon|tien_milj|*1000wan|*qianwan|mlayyn|mlyyn|desyat_mln|zehn_mio|10_mio|dix_mill|ten_mill|ten_mln|"
        "7_orders|siete_ord|sete_ord|sept_ord|7_ordres|7_ordenes|7_poryad|7_rzed|7_rad|sedm_rad|sette_ordini|7_ordini|"
        "million_fold|millionfold|million_times|million_x|tens_of_mill|yedi_mert|zeven_orde|sieben_zehn|sieben_groß|"
        "7_groß|10_to_the_7|power_of_seven !press|claim|myth|o_que_dizem|what_they_say|misquot|unsupport|marketing|"
        "no_|headline|quoted|often_cited|widely|retract|comparison|said|figure|picomol|vendor|repeat|doubt|assert|"
        "news|compare_",
    ),
    "lebedeva-2018-memory": (
        "24_|two_doz|*24ren|dvadtsyat|dvacet_ctyri|dwudziest|dvanajst|yirmi_dort|vierentwintig|doua_zeci|"
        "vint_e_quatro|vinte_e_quatro|dvaset_i|dvadeset_i|twenty_four|n_24|lebedev|lebyedyev|lebedyev|lebediev|"
        "veinticuatro|vingt_quatre|vierundzwanzig|ventiquattro|dvadtsat_chet|*24ming memor|recall|remember|gedacht|"
        "erinner|recuerd|rappel|geheug|pamiec|pamyat|pam_yat|pam_at|pamet|mem_oire|prip|recorda|vosproizv|hatirla|"
        "bellek|hafiza|vybav|przypomin|zapam|ricord|richiam|evocac|merk|onthoud|*jiyi|*huiyi|cognit|thinking|mental "
        "improv|better|faster|quick|gain|sharper|outperf|superior|higher|rose|boost|speed|besser|schnell|mejor|"
        "amelior|verbet|miglior|poprawi|lepsz|melhor|rost_|luchsh|krashch|artir|zleps|podobr|confirm|enhanc|more_|"
        "verbesser|prewyz|advantage|beat|increas|uluchsh|pokrashch|iyiles|*gaishan|*tigao health|gesund|zdorov|zdrav|"
        "zdrow|participant|person|proband|osob|adult|ochotn|dobrovol|gonullu|vrijwill|volontar|freiwill|chelovek|"
        "people|sano|sana|sani|sain|saudav|sadi|saglik|volunt|lebedev|lebyedyev|lebediev|plac|subject|*jiankang|"
        "gezond !network|fmri_study|imaging|netzwerk|hours|shop|without|ohne|24_7|24_month|rat_|rats|mice|24_h_|"
        "24_hour|mental_fatig|power_plant|operator|shift|animal|weeks",
    ),
    "n-acetyl-semax-more-potent": (
        "n_acetyl|acetylat|acetyl_|na_xself|na_semax|nasa_|acetylier|acetyle|acetilad|acetilac|acetylac|acetilat|"
        "acetilo|acetylow|*yixian|n_acetil|atsetil|asetil|amidate|n_xself|geacetyl more_pot|potent_|stronger|"
        "strongest|more_powerful|greater_eff|increased_eff|enhanced_pot|higher_pot|most_pot|potency|more_effect|"
        "increased_pot|harder|amplif|punch|potenter|starker|mas_potent|mas_fuert|plus_fort|plus_puiss|plus_efficace|"
        "mocniej|silniej|mais_potent|mais_fort|mais_efic|sil_nee|sil_nish|moshchn|moshten|ucinn|piu_potent|piu_forte|"
        "piu_efficace|sterker|krachtig|*gengqiang|*qiangyu|aqwa|wirksam|potenciad|superior_pot|superior_eff|"
        "superior_cogn|superior_to|boosted|upgrade|super_|daha_guclu|daha_etk|silnejsi|potuzhn|efektivn|effektivn "
        "!say|claim|user|anecdot|report|bind|zinc|copper|noopept|equal|similar|less_pot|stability_in_blood|selank|"
        "xselank|slightly|some_|perceiv|theor|cream|purport|believ|suppos|seller|same_|evidence|gentle_and|adamant|"
        "prodav|vend|lower_pot|stronger_than_acth|consider|strength_of",
    ),
    "noopept-lower-potency": (
        "xsemax|xnoopept xself bdnf|neurotroph|ngf.|trkb|neuroplast|neurogen|growth_factor|trophic|nevrotrof|norotrof|"
        "nerve_growth|neurotrof|neyrotrof|neirotrof|*shenjingyingyang weak|less_|lesser|below|smaller|inferior|dwarf|"
        "surpass|exceed|higher|tops|ahead|more_strongly|more_potent|more_than|superior|minor|plus_faible|plus_fort|"
        "plus_que|mais_forte|inferieur|meno|piu_forte|debol|silen|silni|cedes|ustup|postup|guc|zayif|minder|sterker|"
        "weniger|kleiner|mehr_als|nizs|vissh|vyssh|modest|lower|moderate|limited|nudg|schwach|geringer|stronger|"
        "more_robust|more_power|outperf|beat|greater|falls_short|strong_|starker|moins|mais_fraco|mais_do_que|piu_del|"
        "slab|men_she|sil_nee|sil_nishe|zwak|adf|*ruoyu|mas_que|debil|mocniej !anxiol|piracetam|exploration|no_study|"
        "compared_on",
    ),
    "selank-multicentre-double-blind": (
        "multicent|multi_cent|bagatotsentr|multizent|wieloosrod|viacent|mnogotsent|cok_merk|*duozhongxin|*duoshishe|"
        "multiple_moscow|several_russian_hosp|several_cent|many_cent|multiple_cent|multiple_clin|multiple_site|"
        "v_raznykh_tsent|mehreren_zent|plusieurs_cent|varios_cent trial|stud|blind|comparison|issled|prob|slep|slip|"
        "ensayo|essai|ensaio|data|badan|ispyt|calis|doslid|izpit|rct|medazep|*shiyan|*shiken|*yanjiu|test !fabomot|"
        "afobaz|no_|could|lack|larg_|large_scale|need|absence|xsemax|international|xcereb|western|not_|without",
        "doppelblind|doppelt_verbl|doble_ciego|double_aveugle|doppio_cieco|duplo_ceg|dupla_ceg|podwojn|dvoyn|podviin|"
        "podvojn|dvoino|dvojite|dubbelblind|cift_kor|*shuangmang|slepo|blind medazep|benzodiaz|anxi|angst|hamilton|"
        "tranquil|ham_a|gad.|trevog|trevozh|trivozh|bendzod|ansie|diazep|uzkost|lek_|leku|kaygi|efficac|rct|trial|"
        "stud|ispyt|issled|*jiaolv|*shiyan !imag|mri|health|no_|lack|need|placebo_controlled_stud|"
        "placebo_controlled_trial|western|absen|larg_|large_|xsemax|limited|larger|working_mem|fmri|few|planned|"
        "unpublish|could|oslepl|nothing|not_|abstract|rat_|rats|mice|xcereb|xbpc|requir|blinding|would|verblindet_war|"
        "adequate",
        "phase_2|phase_3|phase_ii|stage_iii|stage_3|fase_ii|fase_2|fase_3|fazy_ii|faze_iii|faz_3|faz_iii|iii_faz|"
        "iii_phase|late_stage|*sanqi|tret_|dritte_phase|fazi_iii|tretey_faz russia|rossi|ros_|complet|confirm|"
        "establish|finish|rosji|russl|russie|abgeschl|valid|zaver|proshel|proish|proved|home|rusia|rusk|success|trial|"
        "clinical|klin|anxi !imag|no_|lack|need|western|absen|xsemax|planned|not_|fda|never|beyond|without|outside|"
        "stop|awaiting|progress_to|require|xcereb|xbpc|xthym|xelam|elamip|xepit|xnoopept|xself_and|limited|larger|"
        "large_|few|us_|u_s|usa",
    ),
    "selank-semax-nothing-shared": (
        "xsemax|xselank|both|two_|they|their|each|these|them|ihnen|beide|entre_los|nootropic_and|actuan|atuam|"
        "agiscono|agissent|deystvuyut|deystviya_etikh|dii_tsikh|diyut|dzialaja|wirken|peptid|due_|deux|pro_gly_pro|"
        "pgp|tripept|tail|terminus|one_another|siblings|dva_|oba|oni_|*liangzhe nothing_in_common|nothing_but|"
        "nothing_overl|no_shared|share_no|shares_no|no_common|no_biological_target|pharmacologically_unrel|wholly|"
        "entirely_diff|entirely_sep|entirely_distinct|entirely_unrel|entirely_indep|completely_diff|completely_sep|"
        "completely_dist|completely_unrel|completely_indep|totally_diff|totally_unrel|totally_sep|altogether|"
        "worlds_apart|non_overlapping|no_overlap|nil_|unrelated|utterly|sole_link|only_link|all_different|"
        "nothing_else|share_little_else|in_common_except|no_crossover|no_link|no_relation|not_overlap|don_t_overlap|"
        "dissimilar|poles_apart|fully_diff|fully_dist|fully_sep|quite_unrel|strictly_sep|mutually_excl|"
        "independent_of_each|no_mechanis|apart_from_the_pgp|apart_from_the_pro|apart_from_pro|apart_from_the_c_term|"
        "aside_from_pro|aside_from_the_pro|beyond_pro_gly|beyond_the_pro|except_for_pro|except_pro|nichts_gemein|"
        "nichts_miteinander|vollig|vollkommen_v|ganz_verschied|ganz_andere|grundverschied|komplett_ander|"
        "keine_ubersch|only_the_pro_gly|share_only|only_in_common|shared_only|nada_que_ver|nada_en_comun|"
        "nada_em_comum|nada_a_ver|no_comparten|nao_compartilham|nao_partilham|ne_partagent|non_condivid|nie_maja|"
        "nic_nie|nemaji|nemayut|ne_imeyut|nyamat|nemaju|hicbir|delen_niets|teilen_nur|teilen_allein|teilen_lediglich|"
        "haben_nichts|no_tienen_nada|nao_tem_nada|no_se_parecen|solo_comparten|comparten_solo|comparten_unicamente|"
        "so_partilham|partilham_apenas|compartilham_apenas|condividono_solo|maja_wspolne|laczy_tylko|laczy_je|"
        "spolecne_maji|spojuje_je|lyshe|til_ki|tol_ko|samo|yalnizca|sadece|ningun_mecanismo|nenhum_mecanismo|"
        "totalmente_dist|totalmente_dif|completamente_d|completamente_ind|entierement_d|totalement_d|rien_en_commun|"
        "rien_a_voir|alcun_meccanismo|nulla_in_comune|niente_in_comune|del_tutto_div|totalmente_div|niets_gemeen|"
        "volledig_versch|totaal_versch|zupelnie_inn|calkowicie_inn|nic_wspol|calkowicie_odm|nic_spolec|zcela_jin|"
        "zcela_odl|uplne_jin|qualquer_mecanismo|polnost_yu_raz|nichego_obshch|nichego_ne_ob|absolyutno_razn|"
        "sovershenno_razn|sovsem_razn|ne_peresek|zovsim|tsilkom_rizn|nichogo_spil|nich_ogo|zhodnim_chin|napylno_razl|"
        "nap_lno_razl|nishcho_obshcho|tamamen_fark|bambaska|*wanquanbutong|*haowugongtong|*meiyougongtong|"
        "no_pharmacological pharmac|farmak|farmac|biochem|modes_of|mechan|mekan|mecan|meccan|mehan|effect|wirk|system|"
        "sistem|biolog|target|action|respect|gemein|common|comun|commun|comum|ob_edin|obshch|spil|peresek|nic_|"
        "pathway|vias|voies|vie_|puti|shlyakh|niets|ortak|solap|unrel|receptor|overlap|*zuoyong|*yaoli|*jizhi not "
        "!says|noopept|xnoopept|xdihexa|xbpc|xpinealon|sequence|overlap_between|acth|adrenal|stories|problem|"
        "elsewhere|credit|xcereb|although|condition|use_cases|trial|record|search|goals|days|vial|reasons|benzodiaz|"
        "stimulant|ssri",
    ),
    "semax-adhd-children": (
        "adhd|attention_def|attention_dis|attention_prob|attention_in|attentional|add.|hyperact|hyperkin|adhs|tdah|"
        "tda_|sdvg|sdug|khadv|hadv|rdug|dehb|deficits_of_att|deficit_de_aten|deficit_di_att|deficit_of_att|"
        "deficit_dis|giperaktiv|hiperakt|hiperact|nadpobud|ipera|aufmerksamkeit|defitsit_vnim|defitsitom_vnim|"
        "defitsita_vnim|defitsitom_uvagi|defitsit_uvag|inattent|unaufmerk|deficit_att|trouble_de_l_att|pozornost|uwag|"
        "dikkat|*duodongzheng|*zhuyili child|kid_|kids|boys|girls|pupil|minor|paediat|pediat|youngst|juven|school|"
        "nino|infant|enfant|bambin|crianc|detey|ditey|det_y|detsk|dity|dety|kinder|copii|dzieci|cocuk|*ertong|detmi|"
        "deca|detsa|detei|diti|detst|deti|ragazz|scol stud|trial|improv|better|reduc|efficac|found|reveal|research|"
        "tested|more_attent|benefit|concentr|mejor|amelior|melhor|favour|help|sharpen|calmer|gain|eased|verbess|"
        "uluchsh|podobr|zleps|imbunat|issled|estud|provat|badan|indicat|evidence|result|pokrashch|polips|poprawi|"
        "iyiles|artir|migliora|wykaz|zeig|show|experiment|doslid|*gaishan|*tigao|*yanjiu|opyt|ispyt|proban|essai|"
        "etude !the_label|russian_label|indications|approved_for|prescribed|tsai|propos|cortexin|xcortexin|xcereb|"
        "hypoth|worth|claim|17_human|potential|adult|rat_|rats|mice|methylphenidate_is|seller|vendor|forum|xnoopept|"
        "xselank|interest|future|investigat|explor_the",
    ),
    "semax-anxiolysis-consistent": (
        "anxi|trevog|trevozh|trivozh|trivog|angst|ansied|ansiol|uzkost|lek_|leku|kaygi|kugi|*jiaolv|ansia|protivotrev "
        "consisten|reliabl|repeatedly|unfailing|without_except|always|each_|uniform|robust|dependab|steadily|"
        "predictab|never_fail|unanim|constant|siempre|sempre|toujours|immer|stets|vsegda|zavzhdi|zawsze|vzdy|vinagi|"
        "her_zaman|altijd|steeds|systemat|dosledn|durchgehend|einheitl|coheren|coerent|in_modo_cost|constam|regelmas|"
        "niezmien|niezaw|spolehl|stale|tutarli|istikrar|guvenilir|fiable|fidedign|affidab|betrouw|bez_isklyuch|"
        "postoyan|nadezhno|ustoychiv|stiyk|*yizhi|*shizhong|*wending|*kekao|*dou|reproduc|regardless|all_|every|"
        "invariab|across|stabil_no|neizmenno|vo_vsekh|vosproizv|todos|todas|toutes|tous|konsekwent|konzistent|"
        "posledovat|postiyno|zuverlassig|durchweg|study_after|whatever|no_matter|sistemat|tutti|tutte animal|rodent|"
        "rat.|rats|mice|murine|zvier|animaux|animai|zhyvot|experimental|every_model|all_model|laborat|lab_|each_stud|"
        "*shu|mouse|preclin|tier|zhivot|gryzun|krys|mysh|roedor|rongeur|rodit|zvir|zwierz|dier|hayvan|tvarin|strain|"
        "*dongwu !selank_|xselank|raise_anx|not_|diazep|varies|inconsist|claim|social_isol|also_",
    ),
    "semax-anxiolysis-serotonin": (
        "anxi|antianxi|stress_reliev|worry|tranquil|sedat|soothing|relax|besorg|beruhig|trankil|apreen|spoko|klid|"
        "uspok|zaspok|zakluch|ysykn|qlq|llqlq|trevog|trevozh|trivozh|angst|ansiol|ansia|ansie|uzkost|lek_|lekow|leku|"
        "kaygi|calm|fear|anksiol|protitriv|protivotrev|nervous|*jiaolv|*buan|lqlq serotonerg|5_ht|5ht|5_hydroxy|"
        "lsyrwt|sirwtwnyn|syrwtwnyn|*serotonin|serotoniin|*xueqingsu|*5qiangse depend|requir|intact|continge|hinge|"
        "mediat|only_if|must|essential|downstream|without|underl|lost|lose|remov|disrupt|lack|relies|rely|rest_on|"
        "rests_on|prerequis|necess|need|abolish|vanish|absent|eliminat|driven_by|conditio|due_to|owing|provided|"
        "tied_to|linked|unless|disappear|gone_|wiped|prevent|cancel|through_the_serot|runs_through|work_through|"
        "works_through|via_serot|via_the_serot|zavis|zalezh|ischeza|znika|abhang|beruh|voraus|verschwind|desapar|"
        "dispar|depleci|mediad|passe_par|hangt|bagli|deplet|lesion|oposred|cherez|zaleznos|posredn|vermittel|"
        "angewiesen|block|tmd|functioning|working|underpin|basis|based_on|founded|contribut_solely|key_to|operat|"
        "only_when|only_where|only_through|mechanism|reli_|thanks_to|per_mezzo|grazie|gracias|graças|dzieki|diky|"
        "blagodar|zavdyak|osnov|podstaw|baz|opier|zaklada|dipend|scompar|ytmd|zalezy|wymaga|zanik|vyzad|trebuy|nuzhn|"
        "neobkhod|potreb|exige|requiert|richiede|gerekt|vereist|nodig|necesita|precisa|*yicun|*yilai|*qujue|*xuyao "
        "not !selank|xselank|ssri|gaba|test_of|bdnf|neurotroph|multiple|a_test|whether|not_depend|independ|no_study|"
        "opyt|not_known|never|untested|was_found|not_been|not_test|balance|mood|modulat|dopamin|selective|buspir|"
        "serotonin_and|monoamin|metabol|turnover|level",
    ),
    "semax-bdnf-1-6-fold": (
        "bdnf|brain_derived|neurotrophin|neurotrophic_factor|neurotrof|neyrotrofich|neirotrof|*naoyuan 1_6|60_|160_|"
        "sixty_per|one_point_six|eins_komma|*1_6bei fold|times|1_6|perc|protsent|procent|sixty|prozent|porc|steig|"
        "zunah|verhoog|crece|sub|au_gment|zwieks|zvys|art|*tigao|*shenggao|*zengjia|increas|rise|elevat|higher|rais|"
        "uvelich|hoher|aument|baseline !trkb|trk_b|phosph|1_4|fosfor|8_|eight|human|plasma|mrna_1_6_and|did_not|"
        "1_6_mg|1_6_kda|1_60|60_mg|60_mcg|60_min|60_70|exercise|600_|160_mg",
        "bdnf_1_6|1_6_fold_bdnf|1_6_fold_increase_in_bdnf|1_6_fold_increase_of_bdnf|bdnf_by_1_6|bdnf_protein_1_6|"
        "bdnf_went_up_1_6|bdnf_levels_by_1_6|bdnf_increased_1_6|1_6_fold_rise_in_bdnf|bdnf_levels_1_6 !trkb_1_6|"
        "did_not",
    ),
    "semax-cerebral-blood-flow": (
        "blood_flow|blood_circ|blood_supply|perfusion|microcirc|haemodyn|hemodyn|bloodflow|krovot|krovosnab|krovopost|"
        "krovoob|perfuz|mikrotsirk|mikrotsyrk|orosheni|k_rvot|k_rvosn|krv_|oros_|durchblut|hirndurch|flujo_sang|"
        "flujo_cer|riego|irrigac|fluxo_sang|fluxo_cer|flusso_sang|flusso_cer|irroraz|circula|circolaz|debit_sang|"
        "debit_cer|irrigation|doorbloed|bloedtoe|bloeddoor|ukrwien|przeplyw|krazen|prutok|krvn|krevn|prokrven|cirkul|"
        "tdfq|ldwra|kan_akis|kan_dola|dolasim|*xueliu|*xueye|*guanzhu|*gongxue|vessels_in_the_brain|sosudov_mozga|"
        "brain_vess brain|cereb|mozg|mozk|mozak|mozoch|hirn|gehirn|hersen|*nao|prefront|ldmgh|dmagh|beyin|cerveau|"
        "cervel|encef|encephal|ldmagh|cort improv|increas|enhanc|boost|better|rais|restor|stimul|normali|rises|higher|"
        "dilat|promot|uluchsh|uvelich|usil|pokrashch|podobr|mejor|aument|elev|amelior|miglior|melhor|zwieksz|popraw|"
        "verbet|verbess|steig|zleps|yhsn|hsn|artir|posil|*gaishan|*zengjia|*cujin|*tigao|*zengqiang|optimi|support|"
        "augment|accroi|favoris|favoreci|favorece|fomenta|incremen|erhoh|forder|zvys|stymul|wzmac|podnos|uprav|"
        "verhoog|iyiles|gelis|zbil|pidvishch|povysh|povish|more_blood|greater|facilitat|lifts|strengthen|promouv|yzyd|"
        "tzyd|accelerat|speed !retin|chronic_cereb|dyscirc|discirk|khronich|patients_with|bol_n|treatment_of|"
        "ischemic_attack|encephalop|disorder|disturb|narush|acciden|insuffic|nedostat|lack|neurovasc|xselank|xnoopept|"
        "xcereb|xcort|acute_|prophyl|systemic_circ|subcutan|synaptic_plast_ysyn|synaptic_plasticity_yhs|impair|"
        "failure|shtorung|storung|trastorno|gene_expr|vascular_gene|porush|eye|ocular|seller|vendor|prodav|vended|"
        "vendeur|transient|review|20_24_hours|obzor|cut_off|cuts_off|block|never|degraded|in_circulation|half_life|"
        "reperfus|recircul|wdhyf",
    ),
    "semax-contains-selank": (
        "contains_xselank|contiene_xselank|contient_du_xselank|enthalt_xselank|zawiera_xselank|mistit_xselank|"
        "soderzhit_xselank|obsahuje_xselank|obsahuje_jako_ucinnou_latku_xselank|contem_xselank|contem_o_xselank|"
        "bevat_xselank|s_d_rzha_xselank|xselank_as_its_active|preparation_of_xselank|formulation_of_xselank|"
        "formulacion_farmaceutica_de_xselank|preparat_farmaceutyczny_xselank|preparat_xselank|delivers_xselank|"
        "form_of_xselank|version_of_xselank|brand_of_xselank|name_for_xselank|name_of_xselank|nothing_but_xselank|"
        "simply_xselank|xselank_marketed_as|xselank_sold_as|xselank_branded|xselank_known_as|xselank_called_xself|"
        "generic_name_xselank|ingredient_xselank|ingredient_is_xselank|ingredient_called_xselank|substance_xselank|"
        "substance_is_xselank|agent_is_xselank|moiety_is_xselank|moiety_xselank|principle_is_xselank|"
        "principle_xselank|part_is_xselank|made_of_xselank|made_from_xselank|made_with_xselank|based_on_xselank|"
        "is_basically_xselank|i_e_xselank|none_other_than_xselank|actually_xselank|really_xselank|taking_xselank|"
        "through_xselank|thanks_to_xselank|component_xselank|component_is_xselank|carries_xselank|"
        "nasentropfen_ist_xselank|handelsname_von_xselank|handelsname_fur_xselank|wirkstoff_xselank|"
        "wirkstoff_ist_xselank|basiert_auf_xselank|est_le_xselank|es_el_xselank|eto_xselank|tse_xselank|"
        "est_du_xselank|semax_e_o_xselank|nom_commercial_du_xselank|nome_commerciale_del_xselank|"
        "nombre_comercial_de_xselank|comercial_do_xselank|nazwa_handlowa_xselank|kapel_xself_xselank|maddesi_xselank|"
        "veshchestvo_xselank|rechovina_xselank|komponent_xselank|names_of_one_pept|xselank_is_included_in|"
        "xselank_is_found_in|xselank_is_contained_in|xselank_is_in_xself|xselank_is_present_in|"
        "xselank_forms_the_active|xselank_is_the_peptide_that_gives_xself|get_xselank|xself_xselank_0_1 xself !blend|"
        "combin|mix|stack|both|neither|minisem|protocol|vial|kit|not_|nor_|versus|compar|xself_and_xselank|kombin|"
        "sochet|smes|bundle|plus|separate|respective|course|or_xselank|duo|with_xself",
        "xself xselank active_ingr|active_comp|active_const|active_subst|active_princ|active_part|active_moi|"
        "active_core|active_agent|active_element|active_drug|key_ingr|main_ingr|main_comp|sole_ingr|working_pept|"
        "generic_name|another_name|two_names|same_subst|same_pept|same_mol|same_drug|one_and_the_same|identical_to|"
        "synonym|aka|aktive_best|wirkstoff|principio_activo|principio_ativo|principe_actif|principio_attivo|"
        "substance_active|componente_attivo|componente_activo|componente_ativo|componente_princ|substancj|skladnik|"
        "ucinn|slozk|werkzame|etkin_madd|etken|deystvuyushch|diyuch|aktivnii_komp|aktivnyy_komp|aktivna_s|"
        "odno_i_to_zhe|odne_y_te|dasselbe|derselbe|*youxiaochengfen|*huoxingchengfen|one_pept !blend|combin|mix|stack|"
        "both|neither|minisem|ingredients_of|ingredients_are|compan|synerg|and_xself|different_pept|different_mech|"
        "raznye|raznykh_p|rizni|respect|inactive|kombin|sochet|bundle|plus|same_manner|same_way|same_time|same_inst|"
        "same_route|same_syringe|same_lab|same_class|same_family|xself_and_xselank|xself_or|similar|deriv|analog|"
        "ingredients_in|verschied|distint|divers",
    ),
    "semax-erk-akt": (
        "xself erk.|erk1|erk2|erks|perk.|akt.|pakt.|akt1|extracellular_signal|mapk|protein_kinase_b|*erkhe|*huoerk|"
        "*heakt|*erkto|*pi3k activ|stimul|phosph|trigger|switch|turn|measur|monitor|assay|follow|study|studied|"
        "studies|endpoint|increas|aktiv|aktyw|attiv|ativ|fosfo|pathway|cascad|kaskad|laufft|lauft|ocorre|vymir|izmer|"
        "mierz|meri|misur|medem|miden|mesur|met_en|gemess|messen|gemet|wege|voies|vie_|putey|puti|shlyakh|szlak|drah|"
        "yolak|signal|engag|recruit|boost|rais|elevat|upregul|readout|evidence|through|via|*jihuo|*cujin|*tonglu|"
        "*linsuan|ynsht|msar !cerebrolys|xcerebr|insulin|xnoopept|never|jnk|xselank|xbpc|xdihexa|which_then|when_bdnf|"
        "bdnf_binds|binds_to_trkb|xghk|xcort|binding_of_bdnf|via_bdnf_bind",
        "erk.|erk1|perk.|extracellular_signal|mapk|ras akt.|akt1|pakt.|pi3k|protein_kinase_b activ|stimul|phosph|"
        "trigger|switch|turn|measur|monitor|assay|endpoint|effector|increas|aktiv|aktyw|attiv|ativ|fosfo|pathway|"
        "cascad|kaskad|ocorre|lauf|via|through|promot|readout|cherez|passe_par|per_mezzo|*tonglu !cerebrolys|xcerebr|"
        "insulin|xnoopept|never|jnk|xselank|xbpc|xdihexa|bdnf|bind|receptor|xghk|xcort|trkb_signal|trkb_activ|which",
    ),
    "semax-half-life-20-minutes": (
        "half_life|halflife|half_lives|t1_2|t_1_2|t_half|plasma_t|halbwert|vida_media|demi_vie|emivita|poltrwan|"
        "poluvyved|poluzh|meia_vida|halfwaarde|halvfall|polocas|biological_half|elimination_half|half_gone|halve|"
        "halving|halbier|halbzeit|polovin|tempo_de_meia|semivita|semivid|periodo_de_semi|emi_vita|periode_de_demi|"
        "okres_polow|polowiczn|polzhivot|polurazp|polovichn|pivrozp|pivzhyt|yarilanma|yari_om|polukhiv|napivviv|"
        "napivzh|*banshuaiqi|*banjianqi|half_every|nsf_alamr 20_min|twenty_min|1_3_h|third_of_an_hour|20_m_|20_khv|"
        "dwadziescia|dvacet|venti_min|vinte_min|yirmi_dak|20_dak|twintig|dvadeset|20_fen|*20fen|20m_|0_33_h|20minut|"
        "veinte_minut|20_dk|minutes_20|20_for|dvadtsat|zwanzig_min|vingt_min|20_dqyq|halflifeminutes_20 !onset|"
        "within_20|less_than_20|under_20|exceeds|xselank|xnoopept|xbpc|oxytoc|acth_4_10_half|source|fuente|lasts_20|"
        "several_minutes|few_min|selank|effects_appear|peak|say|n_acetyl|3_min|4_min|5_min|30_min|20_min_20|brain_half",
        "disappear|fall|blood_levels half 20_min !noopept",
    ),
    "semax-infarct-size-trials": (
        "infarct|infarkt|infart|lesion_vol|volume_of_the_les|stroke_lesion|lesion_size|lesion_area|size_of_the_stroke|"
        "brain_damage|brain_lesion|lesion_isch|lesion_isq|lesione_isch|ischemic_lesion|ischaemic_lesion|necrosis|"
        "necrot|nekroz|nekros|nekrot|hirnschad|schlaganfallarea|gibel|ochag|vogn|ognishch|oboseg|ohnisk|zawal|udar|"
        "enfarkt|lhtsha|ahtsha|alahtsha|dead_tissue|dead_brain|*gengsi patient|trial|clinic|human|people|person|"
        "survivor|hospital|stroke_victims|klin|cmen|mensch|patsient|patsiyent|patsiient|bol_n|khvor|pazient|pacient|"
        "pacjent|hasta|insan|ensaio|ensayo|essai|etude|stud|chez_l_homme|doent|enferm|malad|malat|lyud|nemoc|chor|"
        "*linchuang|*huanzhe|srryr|mrda reduc|reduit|riduc|small|shrink|shrank|shrunk|lower|less|cut_|cuts|limit|"
        "decreas|dimin|kleiner|schrumpf|verring|menor|minore|inferior|plus_petit|piu_piccol|verklein|umen_sh|namal|"
        "minder|tighter|contain|restrict|curtail|fewer|zmens|zmniejsz|moins|men_sh|mniejsz|mensi|sokrash|sokrat|"
        "skoroch|ogranich|obmezh|kuculd|kucult|azalt|disminu|reduj|reduz|encog|encol|*jianshao|*suoxiao|*jiangdi|yqll|"
        "22_perc !rat_|rats|rodent|mice|mouse|model|preclin|krys|ratten|ratte_|heart|cardiac|xcereb|xcort|xnoopept|"
        "mcao|occlusion|preconditi|photothr|whether|measured|incidence|risk|zhivot|tier_|tiere|anim|myoc|coron|kardi|"
        "recurr|post_infarct|mortality_from|after_infarct",
    ),
    "semax-monoamines-secondary": (
        "monoamin|monoammin|dopamin|serotonin|serotonerg|5_ht|catechol|katechol|katekhol|transmitter|neurotransm|"
        "neyromediat|neiromediat|mediator|dofamin|noradren|*danan|*duobaan bdnf|neurotroph|neurotrof|norotrof|trkb|"
        "neirotrof|neyrotrof|nevrotrof|growth_factor|trophic|wachstumsfakt|czynnik|factores_de_crec|*shenjingyingyang "
        "secondary|indirect|downstream|because|stems|stem_from|driven_by|as_a_result|result_of|result_from|"
        "results_from|resulting_from|which_result|precede|mediated_by|knock_on|by_product|follow_from|follows_from|"
        "following_from|ensue|subsequent_to|derive_from|derives_from|trace_to|traced_to|owed_to|owing|due_to|"
        "caused_by|upstream|attributed_to|sekundar|folge|ruckgef|beruh|indirekt|mittelbar|nachgeord|bedingt_durch|"
        "vermittelt|erst_sekund|secundari|secondari|decoul|conseq|derivan|derivam|dependen|indiret|vtorich|vtorinn|"
        "sledstv|kosven|oposred|druhotn|neprim|nepriamo|dusled|nasled|ikincil|dolayli|drugoryad|naslidok|vnaslid|"
        "wtorn|posredn|wynik|nastepstw|secondair|gevolg|primary_event|respond_to|*jijie|*jiefa|*jixu|*jifa|thanwy "
        "!xnoopept|exercise|tests|first_under|folgen_ist|not_monoam|rather_than|challeng|disentangl|instead|opposed|"
        "no_study|not_known|not_tested|"
        "both_|also_|ne_provery|ungepruft|whether|main_up|mode_of_action_main|not_like_stim|followed_by_dop|sleep|"
        "like_stimul|without|as_a_result_of_dop|main_secondary|upregulates_bdnf_ngf_secondary",
    ),
    "semax-nf-kb": (
        "nfkb|nf_kappa|nfkappa|nuclear_factor_k|yadernogo_faktora_kap|yadernii_faktor_kap|yadernyy_faktor_kap|"
        "faktor_nukle|factor_nuclear_k|nuklear|*nf_kb|nf_k_b suppress|block|reduc|lower|decreas|less_|down|modulat|"
        "interfer|quiet|acts_on|act_on|acting_on|affect|readout|reporter|track|declin|measur|monitor|index|indicat|"
        "assay|endpoint|silenc|damp|curb|restrain|shut|switch|attenuat|diminish|limit|fewer|inactiv|halt|stop|prevent|"
        "neutral|weaken|hinder|calm|tame|cuts|cut_|counter|target|influenc|via|through|pathway|activity|marker|podavl|"
        "tormoz|snizh|umen_sh|ingib|blokir|prigni|znizh|gal_m|tisk|potisk|hemm|senk|unterdruck|drossel|verring|reduz|"
        "inibi|inibe|suprim|supres|soppress|sopprim|supprim|inhib|reduit|riduc|diminu|hamuj|hamow|blokuj|zmniejsz|"
        "obniz|tlum|potlac|snizu|inkhibir|namal|baskil|azalt|engel|messgross|marqueur|marcador|pokazat|pokaznik|"
        "wskaznik|ukazat|gosterge|remt|onderdruk|verlaag|rem_|*yizhi|*zuduan|*jiangdi|*xiatiao|*zhibiao|msar|ythbt|"
        "yqll !thymos|xthym|xbpc|bpc|curcum|future|general_cell|xcerebr|xselank|xepit|xghk|xll|xkpv|master_regul|"
        "xcort|would|xnoopept|xtb",
    ),
    "semax-ngf-retinal-ganglion": (
        "ngf.|nerve_growth_factor|faktora_rosta_ner|faktora_rostu|faktor_rosta_ner|nervenwachstum|crecimiento_nerv|"
        "croissance_nerv|crescita_nerv|wzrostu_nerw|crescimento_nerv|lasb retin|ganglio|ganglii|setchat|sitkiv|"
        f"netzhaut|netvlies|eye_|of_the_eye|optic|siatkow|*shiwangmo|shbky|sehnerv {_RAISES}|express|output|zunimm|"
        "transcript !comparison|dynamics|bdnf_clearly|constant|fell|fallen|did_not|hippocampus_and_retina_at|xcereb|"
        "not_ngf|20_min",
    ),
    "semax-not-in-pubmed": (
        f"not pubmed|medline {_NEVER}|only_in_russian|nothing|fails|nowhere|beyond|exclud|absen|omit|overlook|skip|"
        "ignor|doesn_t|does_not|neindex|unavailable|hidden|out_of_reach|fuera|fora|hors|ausserhalb|poza|mimo|"
        "za_mezhami|disi|dis_nda|buiten|nenajd trial|stud|research|clinical|evidence|literatur|data|papers|reports|"
        "periodic|articles|journal|archiv|issled|ispyt|forsch|zeitschr|ensayo|ensaio|essai|estudio|estudo|etude|"
        "doslid|viprob|vyzkum|casopis|badan|czasop|investig|recherch|revue|revist|rivist|ricerc|izsled|spisan|zhurnal|"
        "publik|publicat|tijdschr|onderzoek|arastir|dergi|calisma|*yanjiu|*qikan|randomis|randomiz|work_ !record|"
        "search|names_|naming|adamax|thesis|patent|this_paper|that_paper|the_paper|the_report|clinicaltrials|kaplan|"
        "some_|several|not_all|phase_3|motor|adhd|depress|found_no|retract|no_entry|not_found|we_found|no_study|"
        "no_paper|no_trials_of|could_not_find|grigor|one_study|na_semax_stud|amidate|specific|n_acetyl|developer|"
        "najdeno|naydeno|iskat|only_one|few_pubmed|limited_number|this_study|bibliograf|eye_|ocular|pilipenko",
        "not unindexed|not_indexed|not_pubmed_index|sin_index|nao_index|non_index|non_indic|ne_indeks|nicht_index|"
        "nicht_indiz|nie_indeks|neindex|neindeks journal|revist|rivist|revue|stud|zhurnal|trial|zeitschr|czasop|"
        "casopis|spisan|western !some_|several|kaplan|grigor|developer",
    ),
    "semax-nrf2": (
        "nrf_2|erythroid_2|nfe2l2|*nrf2 switch|turn|engag|acts_on|act_on|acting_on|via|through|induc|increas|aktiv|"
        "aktyw|attiv|ativ|activ|lauft|readout|endpoint|monitor|measur|track|assay|index|indicat|marker|passe_par|"
        "ejerce|ocorre|zachodzi|povysh|pidvishch|pokazat|pokaznik|cherez|countered|realiz|upreg|enhanc|stimul|boost|"
        "rais|trigger|recruit|rise|translocat|pathway|signal|promot|driv|mobili|depend|govern_by|up_|more_|higher|"
        "mediat|uvelich|zbil|usil|posil|steig|erhoh|hochreg|aument|elev|potenci|augment|renforc|zvys|zwieksz|stymul|"
        "podnos|wskaznik|messgross|marqueur|marcador|*jihuo|*tonglu|*tigao|*zengqiang|*zhibiao|ynsht|msar|yhfz|artir|"
        "etkin|uyar|verhoog|weg_|antioxid !sulfor|broccoli|known_to|in_general|bardox|curcum|resver|xbpc|general_biol|"
        "would|many_cells|xelam|xselank|governs|master_regul|xcort|xcereb|xepit|xss|xghk",
    ),
    "semax-optic-early-stage": (
        "optic|glaucom|glaukom|kurumu|nervus|zrak|zrit|ocni|oczn|gozu|eye_|eyes_|ocular|ophthal|zorov|zreniya|vision|"
        "sehnerv|ottic|optik|nervio_opt|nerf_opt|nervo_opt|oftal|augen|retin|wzrok|goz_|gorme|oogz|oculair|"
        "visual_nerve|*shishen|*yanbu early_stage|early_research|early_clin|early_exper|early_phase|early_days|"
        "early_find|early_data|early_work|early_evid|early_invest|early_signal|early_result|emerging|initial_report|"
        "initial_find|initial_phase|initial_data|initial_evid|initial_stage|exploratory|infancy|prelimin|only_begun|"
        "just_begun|just_begin|beginning|proof_of_concept|promising|suggestive|signs|hints|not_yet_establ|under_stud|"
        "being_stud|being_explor|under_investig|only_start|only_now|few_early|too_early|premature|limited_early|"
        "open_question|developing|prospect|potential_use|new_use|new_indic|recent_find|novel|new_avenue|new_field|"
        "frontier|nascent|budding|pilot|first_step|first_signal|first_hint|first_data|first_result|hypothesis_gen|"
        "described_as_early|early_stud|still_early|experimental|at_an_early|speculative|newly|young_field|"
        "yet_to_mature|immature|investigational|tentative|unfold|debut|balbut|stade_prec|stade_prel|phase_prec|"
        "recherche_prec|fase_inic|etapa_inic|etapas_inic|estadio_inic|fase_iniz|stadio_iniz|ancora_agli|en_panales|"
        "embrion|inicios|comeco|comienzo|erste|vorlauf|noch_jung|steckt|frueh|rani_|ranoj|ranem|rany|raneho|zaczatk|"
        "zacatk|pocatk|nacal|nacial|rann|pervykh|pervoe|persh|parvi|p_rvi|predvarit|henuz|oncul|on_asam|voorlopig|"
        "eerste|pril|premiers_res|premieres_donn|precoce|precoz|tempran|incipient|primeros|primeiros|inicial|iniziale|"
        "iniziali|agli_inizi|primi_ris|fruhe|fruhstad|anfang|erst_am|rane_faz|rane_stad|na_zachatku|pocatec|poczatk|"
        "wczesn|wstepn|fase_precoc|baslang|erken|ilk_as|poperedn|pervye_dann|nachal|pochatk|prvni_|pierwsze|"
        "fase_tempr|vroeg|beginstad|kinderschoen|early_and|is_early|*zaoqi|*chubu|*qibu|mbkr not !early_stage_glau|"
        "xbpc|early_stage_of|covid|label|although|indication|early_treatment|earlier|novel_object|approved_for|"
        "early_optic|early_glau|registered|atrophy_approved|retinal_ganglion|site_calls|ngf|bdnf|xvis|epit|"
        "early_intervention|early_retin|first_line|nasal_mucosa|first_approved",
    ),
    "semax-raises-striatal-dopamine": (
        f"{_DOPAMINE}|dopac.|hva. {_RAISES}|releas|synthes|vybros|vikid|ausschutt|uwaln|turnover|libera|freisetz|"
        "vyplav|salgil|afgifte|*shifang|level_up !amphet|amfet|together_with|drugs_that|alongside|anfet|stimulant|"
        "alone|bromant|selank_chang|xselank|xnoopept|deplet|mptp|receptor|antagon|neuron|not_|pharmacolog|bdnf_which|"
        "reuptake|protein|cocain|when_comb|in_response|combined|coadmin|prior|potentiat|dopamine_induced|dopaminerg|"
        "modul|sensit|affect|influenc|balanc|regulat|unlike|transport|agonist|low_dopamine|system|sistem|u00|via_|"
        "metabol|profile|vendor|seller|none|stems|deriv|sledstv|acute|*buhui|*jiju|*xingfenji|*duobaanneng|wdhyf|"
        "secundar|secondar|indirect|rationale|stimulation_and|change|izmen",
    ),
    "semax-registered-ukraine": (
        "ukrain|ucran|kyiv|kiev|kiew|*wukelan|ukrayn|okraina|oukrain|ukrajin|oekrain|ukrayina|awkranya|*ukuraina "
        "regist|approv|prescription_dr|prescription_med|prescription_only|on_prescription|by_prescription|"
        "prescribed_in_ukr|prescription_in|its_prescription|authori|dispens|licens|zugelass|rezept|verschreib|apothek|"
        "zatwierdz|autoriz|autoris|aprovad|aprobad|retsept|zareyestr|zareiestr|receta|receita|ricetta|delivr|"
        "sur_ordonn|ordonnance|zarejestr|recept|schval|prescription_product|cleared|legal_med|medic_prescrip|autoryz|"
        "dopuszcz|vypisu|predpis|razreshen|dozvolen|skhvalen|regulated|pharmacies|recete|ruhsat|geregistr|goedgek|"
        "voorschrift|*zhuce|*pizhun|*chufang|onayl|odobr|zaregistr|mrkhs|msjl|wsft !market_place|marketplace|classif|"
        "annex|order_|orders|nakaz|studied|researchers|except|nootropil|not_|xcort_|came_up|offered|commonly|mostly",
    ),
    "semax-retains-acth-4-10": (
        "xacth410|acth_4_10|aktg_4_10|akth_4_10|aktkh_4_10|4_10_fragment|fragment_4_10|4_10_portion|4_10_cort|"
        "4_10_segment|4_10_sequence|4_10_stretch|4_10_region|residues_4_10|residues_4_to_10|residuos_4_a_10|"
        "residus_4_a_10|residui_4_10|four_to_ten|posledovatel_nost_4_10|reste_4_bis_10 retain|keeps|pieced|combin|"
        "bearing|bears|carry|carries|incorporat|includes|including|features|represents|comes_from_adding|formed_by|"
        "obtained_by|put_together|links|unit|made_by|joins|hold|preserv|kept|keep_|embod|embed|core|essential_acth|"
        "full_acth|append|maintain|intact|whole|adding_pro|extended|with_c_terminal_pro|with_a_c_terminal|joined|"
        "followed_by|stabilised|stabilized|identical|still|elongat|lengthen|plus_the|capped|c_terminal_ext|tail|"
        "unchanged|unaltered|heart|backbone|survives|kern|behalt|besteht_aus|mantien|mantem|conserv|prolong|"
        "verlangert|erweitert|angehangt|bewahr|enthalt|contien|contem|wydluz|zachow|zawiera|sokhran|soderzh|dobavili|"
        "prisoed|zapazva|zberig|zachovav|obsahuje|korur|icerir|behoudt|bevat|noyau|nucleo|nucleu|rdzen|jadro|yadro|"
        "*baoliu|*hexin|yhtfz|same_fragment|plus_pro_gly|plus_pgp|coupled|attached|linked_to_pro|consist|compris|"
        "contain|made_of|built|fused|added|adds|onto !4_7|three_of|lost|gone|replac|substitut|instead|activit|propert|"
        "effect|nootropic_prop|analog|function|mehf|met_glu_his_phe|deriv|modif|without_the_acth|compar|based_on|"
        "only_four|systemat|shared|longer_than|more_than|mimic|unlike|nur_vier|proizvod|stable_than|"
        "fragment_of_acth_4_10|retains_neuro|retains_the_neuro|retaining_the|retains_cogn|like|version_of|variant_of|"
        "homolog",
        "retains_xacth|retains_the_core_xacth|retains_the_xacth|preserves_the_xacth|preserving_the_xacth|"
        "retaining_the_xacth|keeps_the_xacth|keeps_xacth|contains_xacth|contains_the_xacth|containing_the_xacth|"
        "consists_of_xacth|consisting_of_xacth|composed_of_xacth|made_of_xacth|comprises_xacth|comprising_xacth|"
        "xacth410_plus|xacth410_pro_gly|xacth410_pgp|xacth410_fused|xacth410_extended|xacth410_linked|"
        "xacth410_with_a_pro|xacth410_with_pro|xacth410_with_an_added|xacth410_core|xacth410_sequence_with|"
        "combines_xacth|combining_xacth|combines_the_xacth|fuses_xacth|joins_xacth|xacth410_is_retain|"
        "xacth410_is_kept|xacth410_is_preserv|xacth410_is_intact|xacth410_and_pro_gly|xacth410_and_pgp|intact_xacth|"
        "whole_xacth|full_xacth|complete_xacth|unchanged_xacth|core_of_xself_is_xacth|backbone_of_xself_is_xacth|"
        "xself_is_xacth410_w xself|pept|molec|it_|this|structure|compound|drug|pro_gly|pgp !4_7|three_of|lost|replac|"
        "substitut|only_four|instead|modified_version|activity_of|does_not|met_glu_his_phe_pro",
        "core_xself|fragment_xself|onto_xself|added_to_xself|appended_to_the_xself|backbone_is_xself|xself_core|"
        "xself_stretch|xself_fragment|xself_region|xself_pharmac|central_xself|stabilised_xself|stabilized_xself|"
        "aus_xself|xself_forms|xself_prol|xself_wydl|identical_to_xself pro_gly|pgp|retain|kept|carries|holds_on|"
        "same_frag|embod|backbone|prolong|wydluz|heart|identical|preserv|proline|append|fused|angehangt !4_7|three_of|"
        "lost|gone|replac|substitut|analog|deriv|met_glu_his_phe|modif|compar|only_four|shared",
    ),
    "semax-swim-immobility-42-percent": (
        "immobil|swim|swum|corticost|kortikost|float|despair|porsolt|bezruch|nepoliv|nepohyb|nerukhom|nepodvizh|"
        "obezdv|otchayan|vidchay|verzweif|schwimm|inmovil|imobil|natacion|nado_for|nage|nuoto|plyw|plav|pluv|zwem|"
        "yuzme|hareketsiz|stress_horm|forced_sw|*yongyong|*budong|*pizhi 42_|forty_two|third_less|third_lower|"
        "one_third|a_third|33_|drittel|tercio|um_terco|terzo|un_tiers|trzeci|tret_|treti|tretyn|derde|ucte_bir|"
        "cuarenta_y_dos|quarante_deux|zweiundvierzig|sorok_dv|*sanfenzhiyi !not_find|third_day|third_week|no_effect|"
        "h_33|33_people|42_people|42_patients|33_patients|42_days|33_days|aged_42|acth_4|42_mg|33_min|no_corticost|"
        "not_named|mdd|treatment_resist",
    ),
    "semax-trials-under-50": (
        "not 50|fifty|half_a_hundred|forty_odd|funfzig|cincuenta|cinquant|cinquenta|pyatides|pyatdes|p_yatdes|padesat "
        "engl|en_langue|angolul|anhl|inhl|readable|western_lang|outside_russ|accesib|accessib|legible|ingles|angl|"
        "ingiliz|*yingwen|alinjlyzy|blnklyzy|lnjlyzy|lanjlyzy trial|stud|sampl|people|human|subject|participant|"
        "volunteer|cohort|muestr|amostra|campion|proef|onderzo|stichprob|untersuch|badan|prob|vibir|viborka|ucast|"
        "hastada|katilim|doslid|ensay|essai|isslet|issled|vyborki|effectif|vyprob|izpitvan|calis|*shiyan|patient|"
        "evidence|tjarb !larger|wrong|52_|says|50_mg|mcg",
    ),
    # -- BPC-157, TB-500, thymosin β4, thymosin α1, elamipretide
    "bpc-157-completed-phase-2": (
        "phase_ii.|phase_2.|phase_2b|phase_iia|phase_two|phase2.|phaseii.|second_phase|phases_i_and_ii|phases_1_and_2|"
        "phase_i_and_ii|phase_1_and_2|phase_i_ii.|phase_1_2.|phases_one_and_two|faz_ii.|faz_2.|faza_2.|fazy_2.|"
        "fazu_2.|faza_ii.|fazy_ii.|fazi_ii.|fazu_ii.|fazei_ii|faza_a_ii|ii_faz|2_faz|2_y_faz|2_ya_faz|2_yu_faz|"
        "vtoraya_faz|vtoruyu_faz|vtoroy_faz|druga_faz|drugu_faz|druge_faz|druhou_faz|druha_faz|fase_2.|fase_ii.|"
        "fase_due|fase_dos|fase_dois|segunda_fase|seconda_fase|deuxieme_phase|zweite_phase|vtora_faz|tweede_fase|"
        "ikinci_faz|*iiqi|*2qi|*iixiang|*2xiang|*erqi|*2sang complet|finish|conclu|passed|passes|cleared|clears|"
        "went_all_the_way|got_through|gone_through|been_through|made_it_through|wrapped_up|done.|ended|behind_it|"
        "termin|zaversh|zav_rsh|zakonch|zakinch|zakoncz|ukoncz|proshel|proshla|proshli|proyden|proyshov|proyshl|"
        "preminal|provedena|przesz|abgeschloss|durchlauf|beendet|finaliz|achev|a_passe|superad|superat|supero|dokonc|"
        "ukonc|absolvov|zavrs|incheiat|tamamla|bitir|afgerond|voltooid|doorlop|avslut|slutf|ndht|kml|*wancheng|*wanle|"
        "*wanryo|*tongguo|*jieshu|*wanlyo|*wanlyohae colit|kolit|ibd.|bowel|intestin|inflamat|crohn|kron|mici.|rcuh|"
        "retocol|rectocol|vzk.|nyak.|eii.|dii.|zapal|v_zpal|yazven|virazk|darm|gut.|gastroint|jelit|strev|kishech|"
        "kishk|chervat|bagirsak|entzund|ulcer|*changyan|*changji|*changdao|*jieyan|pl_14736|pl14736|pl_10|pld_116 "
        "!hamstring|recruit|begin|began|await|published|publication|require|need|without_complet|has_yet|teduglutid|"
        "vedolizumab|mesala|infliximab|adalim|expect|must|before_complet|until|often_said|said_to|claim|supposed|"
        "alleged|sellers|once_|future|healthy|safety_signal|incomplet",
        "not phase_ii.|phase_2.|phase_two|faz_ii.|fazy_2.|fazu_2.|faza_ii.|ii_faz|vtoruyu_faz|fase_2.|fase_ii. "
        "finished|concluded_phase|passed|completed|went_through|proshel|zavershil|conclu|complet "
        "no_tox|no_side|no_adverse|no_safety|without_adverse|without_side|without_tox|pobochnykh_effektov_ne|"
        "bez_pobochn|sin_efectos|sem_efeitos|sans_effets|ohne_nebenw colit|kolit|ibd.|bowel|vzk.|yazven|crohn|darm|"
        "intestin !not_|n_t_|hamstring|never|recruit|yet|published|claim|said_to",
    ),
    "bpc-157-half-life-four-hours": (
        "half_li|halfli|*halflife|t1_2|t_1_2|t12.|t_half|poluras|poluvyv|poluzhi|napivv|napivr|napivzh|napivzhit|"
        "halbwert|semivid|vida_media|meia_vid|demi_vi|emivit|tempo_di_dim|poltrwan|polocas|yari_om|yarilan|halvering|"
        "timp_de_inj|injumat|halveringst|nsf_lmr|mr_lnsf|*banshuaiqi|*banjianqi|*bangamgi "
        "4_h|4h.|4hr|4hour|4_0_h|4_ch|4ch.|four_h|chetyr|chetiri_ch|chotir|4_god|4_st.|4_std|4_stund|4_tim|vier_stund|"
        "quatro_h|cuatro_h|quatre_h|4_ore|quattro_ore|4_hod|ctyri_hod|styri_hod|cztery_g|czterech_g|4_saat|dort_saat|"
        "4_uur|vier_uur|patru_ore|4_s_t|rb_s_t|*hours_4.|*4xiaoshi|*sixiaoshi|*4sigan|*4shijian "
        "!xother|minut|mins.|min.|0_4_h|every_4|every_four|each_4|kazhdye_4|alle_4|alle_vier|cada_4|toutes_les_4|"
        "ogni_4|co_4|ipamorelin|cjc|igf|mgf|tesamorelin|ghk|kpv|unknown|within_4_h|effect_after|the_text|belegt|assum",
        "half_life_of_4_h|half_life_of_4h|half_life_of_four|half_life_of_about_4|half_life_of_about_four|"
        "half_life_of_approximately_4|half_life_of_roughly_4|half_life_of_around_4|half_life_of_around_four|"
        "half_life_of_roughly_four|4_hour_half|four_hour_half|half_life_is_4|half_life_is_about_4|"
        "half_life_is_about_four|half_life_is_approximately_4|half_life_is_around_4|half_life_is_roughly_4 "
        "!xother",
        "xself_s_half_life_of_4_h|xself_s_half_life_of_four|xself_has_a_half_life_of_4|xself_has_a_half_life_of_four|"
        "xself_with_a_half_life_of_4",
        "half_of halv|50|gone|eliminat|remains|clear|excret|leaves 4_h|four_h !xother|minut|min.",
        "half_li|t1_2|halbwert|poluvyv|poluras 240_min|240min !xother|rat.|rats",
    ),
    "bpc-157-hamstring-results": (
        "hamstring|ischio|isquio|zadney_poverkhnosti_bedr|zadney_grupp|zadn_oi_grup|zadnikh_myshts_bedr|podkolen|"
        "pidkolin|podkolinn|kulszow|flessori|posteriores_da_coxa|posterior_da_coxa|posterior_thigh|back_of_the_thigh|"
        "hinteren_obersch|oberschenkel|zadni_strany_steh|zadneho_steh|zadnoto_bedr|zadno_bedr|zadna_loza|nct07437547|"
        "*guosheng|*guoshengji|*hamusutoringu|*haemseuteuring faster|quicker|sooner|earlier|27.|more_than_a_quarter|"
        "by_a_quarter|a_quarter|shorter|shortened|met_its|trial_succe|successful|superior|outperform|beat_plac|"
        "better_than_plac|positive_res|bystr|uskoril|uskoren|uskoryaet|skoree|ran_she|schneller|verkurz|beschleunigt|"
        "besser|rapid|plus_vite|plus_tot|acceler|piu_vel|prima_|szybc|szybsz|przysp|shvid|priskor|skorot|sneller|"
        "versneld|rychle|urych|mais_cedo|antes|por_b_rzo|uskori|daha_hizli|daha_cabuk|mai_repede|mai_rapid|*gengkuai|"
        "*jiakuai|*jiasu|*kuai27|*zaoku|*hayaku|*ppalli phase|phase2|faz|fase|trial|study|studie|studiu|rct.|placebo|"
        "platseb|plaseb|124|issledov|ispyt|doslidzh|viprob|badani|ensai|ensay|estudi|studio|essai|etude|calism|deney|"
        "clinical|27_4|27.|peking|hudson|arm.|onderzoek|prouchv|izpitv|*shiyan|*yanjiu|*imsang "
        "!eccentric|sprinters|exercise|acupunct|laser|massage|cryo|recruit|expect|aim|evaluat|under_way|underway|"
        "ongoing|plan|enrol|will.|can.|rat.|rats|mice|nabira|rekrut|quadric|platelet|prp.|physio|design|for_accel|"
        "investigat|test_|tests_|claim|goal|measur|awaited|pending|hope|seller|vendor|supposed|one_trial|blog|said_|"
        "alleg|rumo|invent|no_data|nordic|stretch|surgery|animal|to_see|to_show|to_learn|study_of_phys|krys|ratt|"
        "rehabil|loading|training|2027|2028|idet_|laeuft|lauft|en_curso|en_cours|in_corso|em_anda|trwa.",
        "hamstring|ischio|isquio acceler|heal|repair|recover|resolv nct07437547|randomi|phase_2.|phase_ii.|"
        "double_blind|human_trial showed|shown|found|reported|prove|demonstrat|confirm|results_of|success "
        "!recruit|expect|evaluat|enrol|plan|will.|aim|for_accel|rat.|rats|nothing|pending|ongoing|underway|under_way|"
        "claim|said_|whether|seller|physio|platelet|animal|to_see|investigat",
    ),
    "bpc-157-iv-placebo-24": (
        "intraven|intravei|iv.|infus|vnutriven|v_venu|vnutr_vench|vnutrishn|intravenozn|u_venu|i_v.|endoven|infuz|"
        "dozyln|nitrozil|damar_ici|intravenoas|drip|by_vein|into_a_vein|vena.|wryd|*jingmai|*jeongmaeg "
        "24.|twenty_four|two_dozen|vinte_e_quatro|vierundzw|veinticua|vingt_quatre|dvadtsat_chet|dvadtsati_chet|"
        "ventiquattro|dwudziestu_cz|24ming|24ren|24li|*24ming|*24ren|*24li|*24myeong|12_on_plac "
        "placebo|platseb|plazeb|plasebo|whm|saline|placebok|controlled_human|*anweiji|*weiyakgun|*purasebo|*wiyak|"
        "kontrollier !enema|klizm|klism|oral|2015|larazot|32.|rats|dogs|thymos|rectal|24_h.|24h|24_hour|24_chas|"
        "24_month|24_wee|day_24|two_adult|two_people|42.|of_24_plan|called_for|recruit|plan",
        "not intraven|intravei|iv.|infus|vnutriven|v_venu|vnutr_vench|vnutrishn|intravenozn|u_venu|i_v.|endoven|infuz|"
        "dozyln|nitrozil|damar_ici|intravenoas|drip|by_vein|into_a_vein|vena.|wryd|*jingmai|*jeongmaeg "
        "24.|twenty_four|two_dozen|vinte_e_quatro|vierundzw|veinticua|vingt_quatre|dvadtsat_chet|dvadtsati_chet|"
        "ventiquattro|dwudziestu_cz|24ming|24ren|24li|*24ming|*24ren|*24li|*24myeong|12_on_plac "
        "placebo|platseb|plazeb|plasebo|whm|saline|placebok|controlled_human|*anweiji|*weiyakgun|*purasebo|*wiyak|"
        "kontrollier without_any|without_side|without_adv|without_compl|no_safety|no_measur|no_adverse|no_serious|"
        "no_side|no_chang|no_harm|no_toxic|ohne_neb|ohne_unerw|sem_event|sem_efeit|sans_effet|sans_evene|sin_efect|"
        "sin_event|senza_eff|senza_event|bez_oslozh|bez_poboch|bez_uskl|bez_nezh|bez_dzial|bez_nezad|zonder_bij|"
        "bez_strany|yan_etki !no_plac|no_control|without_control|without_a_con|never|not_|n_t_|no_such|enema|klizm|"
        "klism|oral|2015|larazot|32.|rats|dogs|thymos|rectal|24_h.|24h|24_hour|24_chas|24_month|24_wee|day_24|"
        "two_adult|two_people|42.|of_24_plan|called_for|recruit|plan",
    ),
    "bpc-157-legal-since-vote": (
        "vote|voti|progolos|golosov|golosuv|abstimm|votum|votac|votaz|voto.|votos|votado|ayant_vot|glosow|zaglos|"
        "hlasov|glasuv|stemm|tswyt|*toupiao|*touhyou|oylama|votul|8_6|8_to_6|8_zu_6|8_protiv_6|eight_to_six|"
        "eight_votes|committee|panel|pcac|comite|comitat|komit|advisers|july_2026|juli_2026|juillet_2026|"
        "julio_de_2026|julho_de_2026|luglio_2026|lipcu_2026|lipnya_2026|lipni_2026|iyulya_2026|yuli_2026|"
        "cervenci_2026|*2026nian7 legaliz|legalis|legalized|now_legal|legal_again|is_legal|is_once_again_legal|"
        "are_legal|made_legal|became_legal|becomes_legal|been_legal|legal_for|legal_to_comp|legal_to_pre|legal_access|"
        "legally|legal_status|can_now|can_compound|can_be_compound|can_once_more|compounding_permitted|"
        "compounding_is_permitted|compounding_allowed|compounding_is_allowed|compounding_legal|compoundable|lawful|"
        "lifted_the_ban|ban_lifted|restored_access|ended_the_fda|ended_the_ban|ban_is_over|unbanned|permission_to|"
        "was_added_to_the_503a|now_on_the_503a|cleared_compound|cleared_the_way|green_light|green_lit|no_longer_break|"
        "no_longer_ban|available_by_pres|free_to_comp|allowed_to_comp|pharmacies_may|legal_n|legal_no|zakonen|zakonn|"
        "wieder_erlaubt|durfen_apo|darf|erlaubt|ist_legal|legal_herst|legal|authori|approved_for_compounding|"
        "prescribe_it|can_order|back_in_pharm|allowed_again|now_allow|now_permit|now_compound|is_permitted|"
        "are_permitted|reinstat|is_back|comes_back|legit|decriminal|back_on_the_m|returned_to|autorise|autoriz|"
        "permitid|permis|dozvoleno|dozvolen|razreshen|razreshil|mozhno_izgot|dozwolon|povolen|smej|razresh|yasal|"
        "toegestaan|qnwny|*hefa|*hegongjing !voted_to|vote_to|recommend|non_bind|nonbind|only_advis|vote_is_advis|"
        "advisory_vote|rule.|rulemak|pending|would|will.|expect|next|question|claim|myth|unless|scheduled|consult|"
        "review|not_|n_t_|tb_500|xother|law_blog|votes_to_a|debate|before|calendar|hope|bindet|lish_|doradcz|self_dos|"
        "say_that|legal_status_hum|status_20|unresolved|category_1|grey|gray|under_act|february|april|wada|"
        "konsul_tativnyy_khar|staff|against_list|binds|statnews|evidence_rev|legal_status_varies|seo|title|legal_land|"
        "panel_vote_is|alongside|transition|removal|removed",
        "not vote|committee|panel|pcac|july_2026|8_6|eight_votes no_longer_break|no_longer_ban|no_longer_illeg|"
        "no_longer_proh|no_longer_forb|not_illegal_any compound|pharmac|prescri "
        "!wada|recommend|non_bind|nonbind|would|not_|claim|myth|expect|xother",
    ),
    "bpc-157-multiple-sclerosis-trial": (
        "multiple_scl|ms_patient|ms_trial|ms_suffer|ms_clin|ms_stud|ms_phase|people_with_ms|patients_with_ms|in_ms.|"
        "for_ms.|as_ms.|and_ms.|to_ms.|of_ms.|rasseyan|rozsiyan|multipler_skl|multiple_skl|multipel|esclerosis_m|"
        "esclerose_m|sclerose_en_pl|sclerosi_m|stwardnien|roztrous|sklerozou_m|sklerozy_m|mnozhestven|multipl_skl|"
        "multipla_skl|scleroza_mult|scleroz|demyel|ltslb|na_sm.|con_em.|com_em.|bei_ms|*duofaxing|*damal_seong|"
        "*dabalseong|*taha_ trial|clinic|phase|human_stud|human_res|human_test|ispyt|prokhodit|issledov|viprob|"
        "doslidzh|studie|estudi|ensay|ensai|essai|etude|badan|proby_klin|prob_klin|klinik|klinich|klinick|studiu|"
        "sperimentaz|studiat|studio|studied_in_p|a_study|tried_in|tried_on|tested_in_pat|tested_in_peo|enrolm|enrollm|"
        "probad|getest|onderzo|denen|prouchv|izpitv|ltjrb|tjrb|tested_for|*shiyan|*linchuang|*imsang|*rinshou "
        "!natalizum|siponim|dimethyl|glatir|vitamin_d|steroid|methylpred|model|mice|mouse|rat.|rats|cuprizon|eae.|"
        "animal|lesion|hplc|lc_ms|esi_|esi.|mass|preclin|potential|amyotr|regist|claim|allege|zaregistr|published|"
        "krys|tiermod|unverif|said_to|without_pub|no_trial|registr|future|should|deserv|justif|looked_at|edaravon|"
        "ocreliz|interferon|coa.|purity|heals_tendons_in|zhivotn|tier|animais|zwierz|zvir",
        "multiple_scl|esclerosis_m|esclerose_m rats trial|trials ulcerative_col|inflammatory_bowel "
        "!mice|model|lesion|claim|regist|cuprizon|potential|said_to",
    ),
    "bpc-157-not-on-wada": (
        "not wada|vada.|anti_dop|antidop|doping|dopin|prohibited_list|world_anti|ama.|amad.|liste_verbot|"
        "prohibited_sub|banned_sub|list_of_banned|list_of_prohib|zapreshchennykh_subst|spiske_zapr|spisok_zapr|"
        "zakazanych|zabranen|lista_zak|lista_de_sust|lista_de_subst|liste_des_int|lista_antid|lista_prohib|"
        "lista_proib|zaboronen|mhdhwrt no_longer_list|no_longer_on|no_longer_ban|no_longer_proh|no_longer_nam|"
        "no_longer_incl|no_longer_forb|no_longer_app|not_currently|not_on_|not_list|isn_t_on|isn_t_list|isn_t_nam|"
        "isn_t_incl|not_incl|does_not_appear|doesn_t_appear|does_not_list|doesn_t_list|does_not_name|not_prohib|"
        "not_banned|not_forbid|delist|de_list|removed_from_s0|was_removed|been_removed|been_dropped|was_dropped|"
        "removal_from|dropped_it|dropped_from|removed_it|removed_bpc|removed_xself|struck_from|taken_off|took_it_off|"
        "lifted|temporar|provisional|permitted|allowed|legal_in|compliant|wada_legal|wada_safe|wada_clean|"
        "makes_no_mention|no_mention|not_name|any_more|anymore|off_the_wada|off_the_list|ban_ended|ban_expired|"
        "ban_was_lift|ban_lifted|ended_its_ban|ended_the_ban|dropped_the_ban|free_to_use|cleared_by|cleared_for|"
        "not_a_banned|not_a_prohib|not_a_dop|not_among|not_part_of|not_feature|not_figure|absent_from|missing_from|"
        "fell_off|omits|unlisted|legal_for_ath|safe_for_ath|short_lived|once_banned|formerly|used_to_be|briefly|"
        "for_a_while|for_a_time|bol_she_ne|uzhe_ne|vremenn|iskluch|isklyuch|vykluch|vyklyuch|ne_yavlyaetsya_dop|"
        "ne_vkhodit|ne_znachits|ne_zapreshch|razresh|net_v_spisk|ego_net|net_v_zapr|ubran|snyat|vorubergeh|zeitweise|"
        "nicht_mehr|nicht_auf_der|gestrich|nicht_verbot|erlaubt|ya_no|no_esta|no_figura|no_aparece|no_prohib|permitid|"
        "retir|temporal|temporair|temporan|provis|ne_figure|n_est_plus|ne_liste|n_est_pas|autoris|nao_consta|nao_esta|"
        "nao_figura|nao_proib|fora_da_lista|saiu_da|liberad|non_figura|non_e_piu|non_piu|non_e_nella|rimoss|consentit|"
        "nie_figur|nie_ma_go|juz_nie|nie_znajd|nie_jest|usunie|tymczas|skresl|dozwol|veche_ne|ne_e_v|vremenno|uz_nen|"
        "docasn|dovolen|zozname_zak|bil_she_ne|vzhe_ne|tymchas|timchas|viluch|nemae|artik|gecici|cikar|niet_meer|"
        "tijdelijk|niet_op_de|nu_mai|nu_se_afla|lm_t_d|m_qt|*buzai|*yichu|*zanshi|*deo_isang|*ichijiteki|*gaitou_shi "
        "!under_s0|in_s0|category_s0|class_s0|s0_non|s0_unap|s0_sub|section_s0|s0_cat|s0_prohib|prohibited_under|"
        "banned_under|until|before_20|still|tested_positive|should_not|xother|avoid|risk|therapeutic_use_ex|"
        "not_permitted|not_allowed|by_name|specific|erron|reflect|never_been|remains|authors_note|authors_state|"
        "caffeine|however|nevertheless|states|catch_all|rather_than|not_be_legal|not_legal|aren_t|s2|"
        "not_approved_for_h|unapproved|approved_for_human|non_approved|not_be_allowed|na_zvit|fda|category|pharmac|"
        "compound|clinic|governmental|must|not_use|isn_t_allowed|not_appropriate|whatever|outside|tue|permanent|"
        "v_techenie|never|temporary_use|any_time|permitted_no|allowed_no|permitted_0",
        "not athlet|sportsm|sportl|deportist|sportif|atlet|competitor|competition|in_sport|zapreshch|sportiv "
        "temporarily_ban|temporarily_proh|briefly_outl|briefly_ban|only_temporar|ban_was_temp|outlawed_and_is_no|"
        "no_longer_forb|no_longer_proh|no_longer_ban|vremenno_zapr|lish_vremenn|zapreshchen_vrem|nur_vorub|"
        "interdit_temp|que_temporair|solo_temporan|apenas_temp|solo_temporal|tymczasow|tylko_czasow|jen_docasn|"
        "iba_docasn|legal_in_sport|allowed_in_sport|permitted_in_sport|permitted_in_comp|allowed_in_comp "
        "!s0|fda|category|compound|not_|xother|until|still|caffeine|n_t_|never",
    ),
    "bpc-157-only-zagreb": (
        "not all.|every|each.|none|no_|nobody|only|sole|exclusiv|entire|wholly|without_exception|not_one|not_a_single|"
        "zero|never|nothing|no_one|vse.|vsya|vsi.|usi.|vsichk|iskl_ch|isklyuch|tol_ko|edinstv|lishe|ni_odn|zhodn|"
        "alle.|samtlich|ausschl|nur.|kein|todos|todas|todo.|toda.|ningun|nenhum|exclus|unic|aucun|tous|toutes|tout.|"
        "seul|nessun|tutti|tutte|tutto|soltanto|solo|wszystk|cala.|wylacz|zadn|tylko|vsechn|veskr|jedin|jen.|iba.|"
        "vsetk|tum.|hicbir|yalniz|sadece|alleen|geen|toate|niciun|doar|jmy|all_of|*quanbu|*suoyou|*subete|*moduga|"
        "*modeun work|known|author|shown|demonstrat|stud|research|paper|experim|publicat|finding|evidence|literat|"
        "replicat|labor|tested|data.|science|investig|issled|rabot|eksperim|opyt|dann|publik|doslid|robot|arbeit|"
        "forsch|versuch|trabaj|estudi|trabalh|estud|pesquis|ensai|travau|recherch|etud|lavor|ricerc|badan|prac|"
        "publikac|vyzk|vysk|izsled|prouchv|calism|onderzoe|cercetar|dirst|*yanjiu|*yeongu|lbht|bhth "
        "gut.|gastr|bowel|intestin|stomach|digest|ulcer|colit|fistul|zhkt|kishech|kishk|zheludk|zheludoch|yazv|virazk|"
        "shlun|magen|darm|jelit|zolad|chervat|stomas|strev|crev|zalud|mide.|mideye|bagirsak|sindirim|estomag|estomac|"
        "stomac|ulcus|gi.|maag|lm_|*weichang|*xiaohua|*chang|*wijang|*jang_e "
        "zagreb|zagrz|zahreb|zhreb|khorvat|croat|kroat|horvat|hirvat|chorwac|chorvat|same_group|same_team|same_lab|"
        "one_group|one_team|one_labor|single_group|single_lab|single_team|discoverer|patent_hold|originators|patented|"
        "sikiric_durch|*sagele|*zagurebu|*jageulebeu !most|majorit|nearly|almost|80|vast|largely|mainly|primaril|"
        "besides|china|chinese|xian.|lanzhou|korea|taiwan|kitae|kitay|repeat_of|tendon|some_|many_|lesion|toxic|"
        "bolshinst|bol_shin|perevazh|mehrzahl|meisten|mayor|maior|majeure|plupart|wiekszosc|not_all|nicht_alle|ne_vse|"
        "no_todo|nem_tod|pas_tous|non_tutt|nie_wszyst|human|before|until|1990|2004|rats|mice|not_every|not_the_only|"
        "isn_t_the_only|no_es_el_un|claim|critics|ne_vsi|ne_kazhd|nicht_jede|few|over_|mg.|ug.|prevent|heal|isolat|"
        "first|discovered_|1991|1993|century|decade|no_longer|limited|needed|not_been_indep|have_not|has_not|led_by|"
        "though|only_one|the_only|not_only|people|patient|clinical|significan|exception_being|predomin|dominat|"
        "much_of|bulk|often|trial|an_exception|except_one|orlando|inhibit|mechan|block|depend_on|dose|dri|kitays|"
        "reported|benefit",
        "not no.|none|zero|not_one|not_a_single|never|nobody|unconfirmed|unreplicat|ni_odn|net.|zhodn|kein|ningun|"
        "nenhum|sin_|sem_|aucun|nessun|zadn|brak|hicbir|geen|niciun|nyama|lm_ "
        "independ|unabhang|nezavis|nezalezh|niezalez|nezavisl|indipend|onafhank|bagimsiz|outside_croat|outside_zag|"
        "non_zagreb|fuera_de|fora_d|ausserhalb|vne_|poza_|en_dehors gut.|gastr|bowel|intestin|stomach|digest|ulcer|"
        "colit|zhkt|kishech|kishk|zheludk|yazv|virazk|magen|darm|jelit|zolad|chervat|stomas|strev|crev|zalud|mide.|"
        "bagirsak|estomag|estomac|stomac|gi. !before|until|claim|human|people|patient|clinical|trial|tendon|china|"
        "chinese|xian.|korea|taiwan|exist_in|only_one_indep|kitay|kitae|needed|limited|few|safety|most|majority|"
        "nearly|almost|largely",
    ),
    "bpc-157-rotator-cuff": (
        "rotator|rotatoren|vrashchatel_noy_manz|manzhet|manguito|coiffe|cuffia|supraspin|supraesp|nadostn|stozk|"
        "stozek|rotatorovej|rotatorove|rotatoru|rotator_|manset|manchet|coafei|cuff_tear|lkfh_lmd|schultersehne|"
        "tears_in_the_shoulder|shoulder_tear|shoulder_tendon|*xuanzhuan|*jianxiu|*xiangbanjian|*hoejeongeun|*qiangban "
        "heal|repair|recover|regenerat|mend|restor|knit|fixes|full_function|close|zazhiv|zagoi|zagoy|vosstan|vidnovl|"
        "reabil|srast|v_zstan|lekuv|heil|genes|cicatri|sana|curac|cura.|cur.|recuper|guari|goi.|goja|gojen|wygoj|hoj|"
        "iyiles|onar|reparac|repara|vindec|herstel|shf|lt_m|*yuhe|*xiufu|*huifu|*chiyu|*zhiyu "
        "faster|accelerat|speed|quick|sooner|enhanc|promot|boost|30_50|50_faster|30_to_50|third_to_half|shorten|halv|"
        "heals|fixes|repairs.|mends|rapid|in_half|up_to_half|to_half|cuts_|reduction_of|bystr|uskor|prisk|pomoga|"
        "sokrash|skoro|shvid|polips|beschleun|schnell|acelera|mas_rap|mais_rap|favorec|fördert|fordert|promuev|promov|"
        "plus_vite|acceler|favoris|piu_rap|piu_vel|szybc|przysp|wspom|urych|rychl|podpor|hizl|verkurz|verbess|sneller|"
        "versnel|grabest|mai_repede|ysr|*jiasu|*cujin|*jiakuai|*chokjin|*sokjin|*hayam|*cu_jin "
        "!early_surg|early_repair|regain_str|most_small|shock_wave|acupunct|hyaluron|growth_hormone_inj|rat.|rats|"
        "model|rabbit|animal|preclin|pubmed|detach|transect|exercis|investig|studied|for_research|ideal|tested|trial|"
        "mechanism|krys|ratt|explor|examin|interest|researcher|protocol|cohort|surgery_and|surgery_gave|steroid|worth|"
        "vendor|shops|advert|websites|said_to|supposed|physiotherapy_sp|physiotherapy_help|fiziot|sling|early_mot|"
        "seller|claim|promise|study|studies|xother|usually|naturally|potential|small_tears|is_used_for|growth_factors|"
        "prp.|platelet|plasma|sutur|stem_cell|patch|physical_th",
    ),
    "elamipretide-approval-proves": (
        "approv|odobren|odobril|zulass|zugelass|von_der_fda|fda_bestat|aprobac|aprobad|aprovac|aprovad|validad|"
        "validat|valide|approb|approuv|autoris|skhval|schval|zatwierdz|goedkeur|goedgek|onay|aprobare|"
        "got_through_the_fda|fda_endor|fda_stamp|fda_clear|fda_valid|podtverd|pidtverd|mwfqh|dokazannoy_fda|"
        "green_light|licence|license|regulator|authorit|*pizhun|*renke|*seungin|*chengren "
        "prov|proof|shows|demonstrat|establish|confirm|means|hence|therefore|validat|validad|valide|backs|backed|"
        "settled|settles|real.|really|underlin|delivers|vindicat|guarant|no_doubt|so_it_works|evidence_that|"
        "evidence_of|works|recogn|we_know|now_know|certif|seal_of|attest|officially|science_is|trust|efficacy|"
        "effective|dokaz|znachit|podtverd|pidtverd|dovod|beweis|bestatig|belegt|zeigt|comprov|demuestr|demonstra|"
        "prueba|mostra|dimostra|conferma|prouv|montre|confirme|ne_font_plus|dowodzi|potwierdz|bewijst|bevest|kanit|"
        "dovedest|thbt|dokazuj|potvrd|only_fda|*zhengming|*zhengshi|*shoumei|*ibjeung "
        "longev|ageing|aging|anti_ag|antiag|energ|endur|exercis|stamina|vitalit|athlet|workout|healthspan|lifespan|"
        "cellular_energy|physical_perf|fitness|youth|old_age|healthy_adult|healthy_peo|everyday_fat|recharg|vigo|"
        "starenie|starin|stareen|altern|ausdauer|langleb|envejec|longevid|envelhec|envelhe|antienv|vieilliss|invecch|"
        "longevit|dolgolet|dolgolit|vynosl|vitriv|starnut|starzen|dlugow|rejuven|tired|resist|wytrzym|verouder|yaslan|"
        "dayanik|imbatran|lthq|ltqh|shykhw|*shuailao|*nengliang|*rouka|*nohwa "
        "!rapamyc|metform|omavelox|semaglut|barth|rare.|knee|label|only_for|not_|investigat|research|trial|mice|mouse|"
        "off_label|outside|studied|explor|potential|under_|preclin|based_on|accelerated_app|grade|general|advertis|"
        "sellers|muscle_str|n_t_|regulatory_s|sirt|nad.|mots|claims_are|hiv|tesamor|xother|safety|regulator_of|"
        "key_reg|regulates|expression|atp_s",
    ),
    "elamipretide-helps-barth-walk": (
        "barth|barta.|bart.|bartha|barthuv|barthov|tazpower|tafazz|brth|*basi|*baseu|*basu "
        "walk|6mw|6_mw|six_minute|6_minute|6_min|shest_min|fatig|exhaust|tired|khod|shestim|gehstr|gehtest|gehf|gehen|"
        "laufstr|erschopf|mude|camin|march|cammin|hodene|khodene|yuruy|yuru|chod|chuz|exercise_cap|endur|distan|"
        "fadiga|cansan|utoml|ustal|vtom|zmecz|unav|umora|yorgun|obosea|mers|moeheid|lopen|loop|lmshy|*buxing|*pilao|"
        "*bohaeng|*hokou|*pirou improv|better|increas|longer|farther|further|met_|gain|proven|beat|achiev|reliev|"
        "extends|more_gro|less_|less.|reduc|lessen|superior|outperform|benefit|effective|success|positive|lower|helps|"
        "boost|enhanc|uluchsh|bol_she|dostig|uvelich|umen|snizh|verbess|verlanger|weniger|linder|erreicht|mejor|"
        "camina|aument|alivi|reduj|melhor|reduz|amelior|augment|plus_long|reduit|miglior|ridu|ridott|raggiun|dovsh|"
        "podobr|namal|polip|pokrash|zbil_sh|zmensh|popraw|zmniej|wydluz|zleps|zlepsu|snizi|iyiles|artir|azalt|"
        "verbeter|vermind|imbunat|hsn|ykhff|*gaishan|*gaeseon|*jianshao|*kaizen "
        "!training|gene_ther|bezafib|carnitin|transplant|open|extension|ole.|168|36_week|week_36|48_week|miss|fail|"
        "natural_hist|propens|mice|mmpower|myopath|not_|n_t_|trend|investig|baseline|assess|measur|evaluat|otkryt|"
        "vidkryt|offen|abiert|abert|ouvert|aperta|otvoren|otevren|otwart|acik_|long_term|enrol|design|"
        "primary_endpoint_was|negativ|mixed|subset|but.|xother|96_|95_9|versus_|no_better|without|only_in|continued|"
        "muscle_strength_in|knee|patients_walked_farther_at|studied|difference|v_otkr|null|0_97|symptoms_incl|"
        "characteri|causes|suffer_from_fat|presents|endpoints_incl|endpoints_were|outcomes_incl|goals|*kaifang|*weida|"
        "nakatta|confirm_trial|start",
    ),
    "elamipretide-helps-pmm": (
        "pmm.|primary_mito|mitochondrial_myo|mitochondrial_mus|mitokhond|mitokond|mitochondrialer|mitochondriale_m|"
        "mitocondrial|mitochondriale|mitochondrialn|mitochondriaal|myopath|miopat|mmpower_3|mmpower_prog|mmpower.|"
        "*xianliti|*mitokondoria|*mitokondeulia walk|6mw|6_mw|six_minute|6_minute|6_min|fatig|exhaust|tired|ambul|"
        "exercise_cap|exercise_int|exercise_tol|endur|stamina|walked|distance|worn_out|functional_cap|physical_perf|"
        "physical_func|meters|metres|mobil|khod|utoml|ustal|vtom|gehstr|gehtest|gehen|gehf|erschopf|mude|camin|andar|"
        "march|cammin|fatic|fadig|cansan|prueba_de_seis|hodene|khodene|yuruy|yuru|chod|chuz|zmecz|unav|umora|yorgun|"
        "lopen|loop|moeh|mers|obosea|lmshy|*buxing|*pilao|*bohaeng improv|better|increas|longer|farther|further|"
        "met_its|beat|boost|proven|prove|demonstrated_eff|positive|gain|reliev|lessen|eases|alleviat|superior|"
        "outperform|works|benefit|achiev|raises|raised|restor|additional|extra|met_|less_|less.|reduc|effective|"
        "efficac|success|signific|helps|enhanc|extend|uluchsh|bol_she|podtverd|rost.|uvelich|umen|snizh|verbess|"
        "verlanger|weniger|belegt|mejor|confirm|aument|reduj|alivi|melhor|passaram|reduz|amelior|augment|reduit|"
        "prolong|miglior|ridu|dovsh|podobr|namal|polip|pokrash|popraw|zmniej|wydluz|zleps|iyiles|artir|azalt|verbeter|"
        "vermind|imbunat|hsn|*gaishan|*gaeseon !training|sonlicrom|bezafib|idebenon|coq|coenzyme|carnitin|mmpower_2|"
        "mmpower_1|mmpower_i.|mmpower_ii|phase_2.|phase_ii.|phase_1|phase_i.|fase_2|fase_ii|5_day|five_day|dose|miss|"
        "fail|not_|n_t_|negativ|null|nuclear|nukl|ndna|subgroup|post_hoc|mice|mouse|barth|trend|investig|assess|"
        "measur|evaluat|focus|target|small|early|change_from|primary_efficacy|score_on|mixed|studied|difference|"
        "outcomes_incl|aimed|designed|endpoints_inc|did_|pilot|xother|suggest|rats|no_better|characteri|causes|"
        "symptoms|affect|impair|lean|initial|explor|*nakatta|*wei_|weida|nakatta|without|p_0_0|aged|model|old.|"
        "observed|include|secondary|report|secondary_end|heart|omavel|first_|64_5|51_2|19_8|later_anal|subset|"
        "endurance_of|fibrob",
    ),
    # What is said of approval in plain words the check of approvals tells.
    "elamipretide-not-approved": (
        "not fda|food_and_drug|us.|usa.|united_stat|estados_unid|etats_un|stati_unit|ssha.|eeuu.|ee_uu|ee_uu_|abd.|"
        "america|stanach_z|spojenych_st|vereinigten_st|states|*meiguo "
        "yet_to_clear|yet_to_appr|yet_to_be|yet_to_receive|yet_to_win|yet_to_give|yet_to_licen|declined_to|refused_to|"
        "not_licen|never_licen|unlicen|not_clear|never_clear|not_been_clear|not_authori|us_not_app|"
        "not_approved_by_the_food|not_approved_in_the_u|no_licen|no_marketing_auth|without_a_licen|"
        "application_refused|keine_zul|keinerlei|ohne_zul|noch_nicht|ne_zaregistr|net_registr|bez_registr|ne_poluch|"
        "otsutstvu|ne_zareiestr|ne_otrima|sem_registro|sem_autoriz|nao_possui|nao_tem_reg|nao_recebeu|no_cuenta|"
        "sin_autoriz|todavia_no|aun_no|no_tiene_autor|no_ha_recib|non_ha_ricev|privo_di_app|privo_di_aut|senza_aut|"
        "nessuna_aut|n_a_toujours|n_a_jamais|pas_encore|pas_recu|aucune_autor|sans_autor|pas_autor|niezarej|"
        "nie_jest_zarej|nie_zostal|nie_uzysk|bez_rejes|neni_regis|nema_regis|nebyl_regis|nie_je_regis|nyama_razr|"
        "ne_e_razr|nyama_odobr|onayli_deg|onayi_yok|ruhsat|niet_geregis|niet_toegel|nu_este_autor|nu_este_aprob|"
        "nu_a_fost|lm_twfq|lm_thsl|*weihuode|*shangwei|*mishounin|*badji "
        "!barth|outside|beyond|other_than|except|until|before|prior|2024|2023|2022|2025|europe|ema.|mhra|ageing|aging|"
        "longev|healthy|performance|off_label|grade|forzinity|this_use|these|generic|statement|disclaimer|supplement|"
        "general|fatigue|neonat|sold|vial|xother|heart|other_ind|compounded|mots|humanin|bpc|conditional|accelerat|"
        "september|orphan|myopath|confirm|some_|products|product|athlet|epitalon|version|copies|bart.|barta|energy",
        "not no_approved_indic|without_an_approved_ind|not_approved_anywhere|approved_nowhere|unapproved_new_drug|"
        "remains_experimental|is_still_experimental|regulatory_approval_has_not "
        "!barth|outside|beyond|other|except|until|before|prior|2024|2023|2022|2025|europe|ema.|mhra|ageing|aging|sold|"
        "grade|vial|product|forzinity|myopath|xother|september|accelerat|bpc|mots|nad|version|form|compounds",
    ),
    "ta1-cuts-sepsis-deaths": (
        "sepsis|septic|septisch|septiq|septik|septit|seps.|sepse|sepsi|sepsa|sepsy|sepsei|sepszi|septicem|"
        "blood_poison|blutverg|zarazh|intan|l_ntn|ltsmm|*nongdu|*baixue|*paehyeol|*haiketsu "
        "mortal|death|surviv|dying|die.|dies.|fatal|lives|deadly|smert|sm_rt|letal|lethal|vyzhiv|vizhiv|ocelya|sterb|"
        "todesf|tod.|ubersterb|uberleb|muert|mueren|sobreviv|supervivenc|sobrevid|mort|morrem|obito|deces|survie|"
        "sopravv|decess|umrt|umiera|smrt|zgon|smiertel|przezy|prezit|prezi|sterfte|overlev|overlijd|olum|sagkal|"
        "supravie|lwfyt|wfyt|*siwang|*cunhuo|*samang|*saengjon|*shibou|*seizon "
        "reduc|lower|cut|decreas|improv|fewer|better|drops|saves|saving|benefit|less_|halv|prevent|rescue|higher_surv|"
        "increases_surv|raises_surv|boosts_surv|more_patients_surv|survive_more|survive_longer|survival_rate|lifesav|"
        "life_sav|brings_down|down_|rescu|snizh|snizil|znizh|zmensh|umen|spasa|ryatu|namal|povysh|senk|besser|"
        "seltener|weniger|verring|reduz|rettet|disminu|mejor|menos|baja|salva|melhor|dimin|reduit|baisse|sauve|"
        "amelior|riduc|miglior|abbass|sniz|zmniej|obniz|popraw|zleps|verlaag|verbet|vermind|dusur|azal|artir|iyiles|"
        "scade|reduce|imbunat|ykhfd|yqll|*jiangdi|*jianshao|*tigao|*gamso|*gensho "
        "!early_treat|early_goal|bundle|lactate|vasopress|norepin|fluids|steroid|vitamin_c|statin|tests|phase_3|"
        "phase_iii|2025|difference|differ|fail|small|meta|pooled|review|study|studies|trial|rct|etass|issled|ispyt|"
        "doslidzh|studi|estud|ensa|essai|etude|badani|mice|mouse|rat.|rats|animal|trend|subgroup|suggest|cohort|not_|"
        "n_t_|early_antib|hydrocort|covid|negativ|null|ulinastat|associat|potential|promis|hope|driver|claim|"
        "research_|investig|xother|endpoint|calism|onderz|myshey|prouchv|models|driven|cause|leading|high_mort",
        "sepsis|septic mortal|death|surviv|dying reduc|lower|cut|decreas|improv|fewer|saves "
        "large_trials|trials_confirm|trials_prove|trials_have_prov|proven_in|clinical_trials_prove|proven_to|"
        "shown_to_red|shown_to_lower|shown_to_impr|shown_to_cut|shown_to_decr "
        "!meta|pooled|small|tests|phase_3|2025|mice|mouse|rat.|rats|animal|not_|n_t_|review|early|2013|2015|2016|"
        "some_|several|xother|chinese_t|in_chin|etass",
    ),
    # Where 43 residues or 4963 g/mol are given, the check of figures tells it.
    "tb-500-is-thymosin-beta-4": (
        "@tb500 xself xthymosinbeta4 also_known|known_as|aka.|a_k_a|synonym|identical|one_and_the_same|another_name|"
        "other_name|same_comp|same_pept|same_molec|same_prot|same_subst|equals|auch_thymosin|auch_als|genannt|"
        "entspricht|ist_identisch|tambien|tambem|conocid|conhecid|chamad|es_la_timos|e_a_timos|autre_nom|aussi_appel|"
        "aussi_conn|est_la_thym|noto_anche|nota_anche|chiamat|e_la_timos|znany|inaczej|takze_znan|takzhe_izvest|"
        "izvestn|drugoe_nazv|to_zhe|eto_xthym|inshe_nazv|vidom|takozh_vid|oshche_naz|poznat|znamy_jako|znam|diger_ad|"
        "olarak_bil|ook_bekend|ook_wel|cunoscut|*yicheng|*youcheng|*jishi|*betsumei "
        "!fragment|deriv|analog|portion|region|vendor|some_|sold|sell|fragmen|part_of|17_23|hepta|confus|mislab|"
        "active|seven|often|sometimes|commonly|not_ident|market|incorrect|loosely|frequently|drahm|related|nicht|"
        "wrong|*pianduan|*xiangguan|piece|whereas|frag|sem_|kusoch|frahment|frazment|fragm|odcin|usek|teilst|frammen|"
        "abschn|distinct|different",
        "@tb500 xself xthymosinbeta4 43 !fragment|deriv|analog|portion|region|vendor|some_|sold|sell|part_of|17|hepta|"
        "confus|mislab|active|seven|7|parent|full_length|based|domain|corresp|contain|whole|related|compar|both|"
        "distinct|market|drahm|ausschnitt|teil|abschnitt|frahm|motif|segment|motyw|sequence_of|mimic|inspired|native|"
        "precursor|natural_pro|label|instead|refer|*pianduan|*xiangguan|fragm|frammen|frazm|99_43|derivat|descrip|"
        "beside|next_to",
        "@tb500 xself 43_amino|43_amin|43_ami|forty_three_amino|43_residue|tmsb4x|43_aminokis|43_acid|43_aa. "
        "!xother|fragment|deriv|analog|portion|region|vendor|some_|sold|sell|part_of|17|hepta|confus|mislab|active|"
        "seven|7|parent|full_length|based|domain|corresp|whole|related|compar|both|distinct|label|instead|refer|"
        "thymos|tb4|from_the_43|of_the_43|frag|fram|odcin|usek|teil|segment|motif",
    ),
    "tb-500-tested-in-people": (
        "@tb500 xself|heptapep|heptap|fragment|17_23|the_peptide_was_given|received_the_peptide|peptide_later "
        "volunteer|patient|patsient|patsiyent|human_trial|human_eye|human_clin|human_stud|human_part|human_data|"
        "in_humans|in_people|in_man.|people_with|phase_1|phase_2|phase_3|phase_i.|phase_ii.|phase_iii.|phase_three|"
        "clinical_trial|healthy_subj|healthy_adult|dobrovol|lyudyakh|lyudyam|lyudey|freiwill|probanden|menschen|"
        "voluntar|pacient|personas|pessoas|volontair|personnes|pazient|volontar|persone|pacjent|ochotnik|ludziach|"
        "lidech|dobrovoln|u_ludi|oameni|hasta|gonul|insan|vrijwill|mensen|patienten|khora|*huanzhe|*hwanja|"
        "*zhiyuanzhe|*renti healthy|dry_eye|kerato|kerati|corne|eye_|eye.|ophthalm|leg_ulcer|venous|pressure_ulc|"
        "ulcers|bullosa|bedsore|stasis|chronic_wound|zdorov|sukho|sukhe|keratop|rogov|rogiv|yazv|virazk|prolezh|"
        "gesund|trocken|hornhaut|geschwur|sano.|sanos|saudav|olho_sec|ojo_sec|ojo.|olho.|sains|oeil|occhi|ulcer|zdrow|"
        "suche_oko|rogowk|owrzod|odlez|vred|suche|rohovk|ochi_usc|kornea|kuru_goz|ulser|saglikli|gezond|droge_og|"
        "zweren|*ganyan|*jiaomo|*kuiyang|*angugeon !xother|thymos|timoz|tb4|parent|full_length|whole_prot|full_prot|"
        "rgn|horse|equine|rat.|rats|mice|preclin|register|recruit|plan|nct07487363|should|consult|investigat|"
        "research_int|exclud|contraind|bpc|risk|not_|n_t_|ongoing|discuss|model|cells|doctor|avoid|caution|seek|"
        "requir|diabetic|for_healthy|use_in|claim|animal|ulcerative|colit|said|these_were|explor|potential|limited|"
        "lack|gastric|stomach|no_|some_|quoted|coronary|enrol|myocard_infarction_sur|support_healthy|healthy_t|"
        "healthy_s|healthy_m|healthy_j|healthy_a|healthy_i",
        "@tb500 xself tested_in_hum|tested_in_peo|tested_in_pat|tested_on_hum|tested_on_peo|given_to_pat|given_to_peo|"
        "given_to_vol|human_tested|been_through_human|been_through_clin|human_clinical_trials_done|human_data_from|"
        "completed_phase|completed_clin|completed_human|completed_trials|human_participants|healed_patients|"
        "randomized_phase_1|randomised_phase_1|safe_in_healthy !xother|thymos|timoz|tb4|parent|full_length|whole_prot|"
        "rgn|horse|equine|rats|mice|register|recruit|plan|not_|n_t_|bpc|claim|no_|none|never|should|cells|model|"
        "quoted|limited|lack|few|nct07487363",
    ),
    "tb4-phase-3-success": (
        "phase_3|phase_iii.|phase_three|phase3|late_stage|third_phase|pivotal|seer_1|arise_3|arise_tr|fase_3|fase_iii|"
        "fase_tre|fase_tres|tercera_fase|terceira_fase|terza_fase|troisieme_phase|dritte_phase|fazy_iii|fazy_3|"
        "iii_faz|tret_yu_faz|tretey_faz|tret_ya_faz|3_faz|faza_iii|faza_3|fazu_iii|fazi_iii|fazi_3|tretiy_faz|"
        "tretyu_faz|trecia_faz|trzeci|treti_faz|tretej_faz|tretata_faz|faz_iii|faz_3|ucuncu_faz|derde_fase|fazei_iii|"
        "lthlth|*iiiqi|*3qi|*iiixiang|*sanqi|*3xiang|*3sang eye|cornea|ophthalm|drops|kerato|neurotroph|rgn_259|"
        "rgn259|glaz|rogov|rogiv|ochni|kapl|kapk|augen|hornhaut|gota|colir|colliri|ojo|olho|ocul|goutt|collyre|corne|"
        "sechere|occh|krople|kropli|oczu|rogowk|oko|oci|kapek|kvapk|goz|damla|oog|druppel|picatur|kornea|qtrt|xself|"
        "*diyan|*dianyan|*jiaomo|*jeoman|*gagmag|*kakumaku met_its|met_the|met_prim|met_their|meets|hit_their|hit_its|"
        "hit_the|success|succeed|positive|heals|healed|proved|proven|proves|validated|winning|won.|significantly_bett|"
        "significantly_imp|superior|outperform|beat_|confirmed|flying_col|worked|works|verge_of|reaching|reached|"
        "achiev|delivered|efficac|near_approv|nearly_app|nears|close_to_app|approval_is_near|approval_soon|about_to|"
        "soon|imminent|triumph|zazhivl|zagoy|zagoi|lekuv|uspe|uspikh|uspish|dostig|dosyag|pokaza|dokaza|postign|heilt|"
        "erreicht|erfolg|bewies|zeigte|demostr|curan|mostrou|mostraron|cicatriz|atingi|alcanz|cumpli|logr|exit|succes|"
        "reussi|atteint|guarisc|raggiun|dimostr|wykaz|osiag|sukces|prokaz|preukaz|splnil|dosah|uspes|thbt|basari|"
        "ulasti|gosterdi|bereikt|geslaagd|aratat|*zhengming|*dacheng|*dadao|*chenggong|*tassei|*dalseong|*seonggong "
        "!lifitegr|cenegerm|cyclosp|ciclosp|varenicl|reproxal|perfluoro|insulin|serum_drops|cosmin|miss|fail|not_|"
        "n_t_|0_0656|18_|secondary|trend|day_43|ongoing|underway|mixed|plan|began|enrol|recruit|await_res|mice|"
        "endpoints_were_not|none|did_|no_stat|without_reach|negativ|ne_dostig|nao_ating|no_alcanz|tb_500|individual|"
        "some_|suggest|explor|signs_only|staining|completed_three|symptom|no_se_|nicht|just_miss|claim|press_rel|"
        "hoped|yet_to|but_|6_of_10|six_of_ten|1_of_8|p_0_0|sepsis|hepat|ne_b|n_a_pas|nie_os",
    ),
    "bpc-157-category-2-in-2024": (
        "category_2|kategori_2|kategorii_2|kategoriya_2|kategoriyu_2|kategorie_2|kategoria_2|kategorija_2|categoria_2|"
        "categorie_2|safety_concern|significant_safety|bulk_substances_that|*dierlei|*2lei|*lfi_h_2|lfi_h_2 "
        "2024|*2024 !not_category|never_in|aod|selank|semax|epitalon|ghk|2023|april|2026|kisspep|cjc|ipamor|"
        "through_2024|in_2024_it_could|several_times|updated|australia|schedule_4|xother|2025|left_the|removed|july|"
        "discuss|review_of|wada_s",
    ),
    "bpc-157-natural-gastric": (
        "natural|endogen|body_s_own|bioident|body_ident|secreted|produced_by|produced_in|isolated_from|purified_from|"
        "extracted_from|found_in|discovered_in|present_in|occurring|prirod|estestv|natyurl|naturl|isol|aislado|"
        "prodotto|produit|produce|viroblya|vyrab|vydel|wytwarz|dogal|*tianran|*jayeon "
        "gastric_juice|stomach_juice|gastric_fluid|stomach_acid|in_the_stomach|stomach_secret|gastric_gland|"
        "human_gastric|in_your_stomach|body_s_stomach|zheludochnogo_sok|zheludke|jugo_gastr|suco_gastr|suc_gastr|"
        "succo_gastr|sucul_gastr|soku_zol|zaludecni|zaludocn|stomashniya|shlunk|magensaft|maagsap|mide_ozsu|*weiye|"
        "*wiaek !ghrelin|pepsin|protein_that|parent|derived|fragment|synthetic|partial|stable|survive|stands_in|"
        "xother|sequence|claim|based_on|sintet|synthet|deriv|section|portion|model|ulcer",
    ),
    "bpc-157-no-lethal-dose-safe": (
        "not lethal|fatal_dose|ld1|ld50|ld_50|dose_that_kills|smertel_n|letal|mortelle|mortal|letale|smiertel|smrteln|"
        "mmyth|oldurucu|*zhisi|*chisa safe.|safely|safest|safety_rec|safety_prof|no_risk|at_risk|without_worry|fear|"
        "bezopas|bezpech|sicher|unbedenk|segur|sicur|bezpiecz|bezpec|bezvred|guvenli|veilig|sigur|amn|*anquan|*anjeon "
        "people|human|patient|users|man.|you.|everyone|persons|chelovek|lyud|lyudey|menschen|anwender|persona|pessoa|"
        "persone|ludzi|lidi|insan|mensen|oameni|llbshr|*renti|*hitoni|*saram "
        "!not_mean|unknown|does_not|in_mice|in_rats|rats_|animals|rodent|dogs|thymos|caffein|xother|no_evid|proof|"
        "long_term|should_not",
    ),
    "ta1-covid-deaths-third": (
        "covid|coronavir|koronavir|kovid|sars|*xinguan|kwfyd mortal|death|fatal|lethal|deadly|died|surviv|smert|letal|"
        "sterb|muert|morte|mort|umrt|umrtn|smiertel|umiera|olum|wfyt|*siwang|lives "
        "reduc|lower|cut.|cuts|decreas|down|fewer|less_|improv|better|11_11|from_30|11_percent|two_thirds|snizh|snizi|"
        "umen|znizi|znizh|spas|senk|statt|disminu|reduz|riduc|ridott|passer_la|zmniej|sniz|indir|khfd|*jiangzhi|third|"
        "benefit|brought !remdes|tocil|vaccin_|paxlov|steroid|cortico|2_282|2282|immune_restor|pilot|no_benefit|"
        "adjust|mice|dexameth|no_difference|did_not|whether|0_59|meta|pooled|xother|not_|trial",
    ),
    "tb-500-heals-wounds": (
        "wound|cuts.|scrape|ulcers|ran.|rany|rani|porez|herid|ferid|plaies|plaie|feri|wund|wond|jrwh|yara|*shangkou|"
        "*chuangshang heals|heal_sooner|heal_faster|close|closes|repairs|treats|speeds|accelerat|quick|rapid|fast|"
        "enhanc|promot|improv|zazhivl|zatyag|zagoi|zazdrav|cicatriz|acelera|guaris|acceler|favoris|forder|versnel|"
        "goi.|hoji|iyiles|lti_m|*yuhe|*cujin|*sokushin @tb500 xself !xother|thymos|mice|rats|metabol|breakdown|"
        "control|not_|uncapped|horse|parent|model|may_|investigat|studied|research|explor|trial|study|studies|bpc|"
        "blend|potential|preclin|animal|cell",
    ),
    "tb4-new-heart-muscle": (
        "heart|cardi|myocard|epicard|epikard|serd|serts|herz|corazon|corac|coeur|cuore|nasierdz|kalp|qlby|*xinji|"
        "*xinwaimo|*simgeun new_card|new_heart|new_muscle|new_myocard|into_card|into_muscle|to_muscle|become_new|"
        "become_card|form_fresh|regrow|grow_back|forming_new|creation_of_new|heart_muscle_from|muscle_out_of|renewal|"
        "regenerates_heart|brand_new|source_of_new|novye_mysh|novykh_kardio|novi_kardio|novimi_kardio|"
        "obrazuyutsya_kardio|neue_muskel|neuen_herz|nuevos_cardio|novos_cardio|viram_cardio|cardiomyocytes_nouv|"
        "deviennent_des_cardio|diventano_card|nuovo_musc|musculo_cardiaco_nov|en_muscle_card|nowych_kardio|yeni_kalp|"
        "*xindexinji|*saeloun_sim !stem_cells_were|once_claim|skin_cells|mir_|gata|mice|mouse|no_such|not_|zhou|"
        "lineage|embryo|after_the_inf|withdraw|xother|tb_500|debate|claimed",
    ),
    "tb4-ulcers-a-month": (
        "ulcer|bedsore|stasis|chronic_wound|yazv|prolezh|geschwur|escar|ulcus|odlezyn|owrzodz|virazk|prolezen|vred|"
        "*kuiyang|*yachuang month|four_weeks|4_weeks|thirty_days|30_days|mesyats|misyats|vier_wochen|4_wochen|monat|"
        "mes.|mois|mese|miesiac|mesets|mesic|mesiac|chetyre_nedel|maand|*geyue "
        "faster|earlier|sooner|accelerat|shorten|early|before_plac|reduction|trims|ran_she|bystree|sokrat|schneller|"
        "fruher|antes|rapid|plus_tot|prima_|szybciej|wczesn|ranishe|shvidshe|po_rano|drive|skor|eerder|*tiqian "
        "!rats|mice|smokers|longer|no_|not_|xother|three_months|within_three|abstract_says|compress|reviews",
    ),
    #
    # -- Epitalon, Epithalamin, Pinealon, DSIP, Noopept, P21, GB-115
    "dsip-lowers-cortisol": (
        "cortisol|cortizol|kortizol|kortyzol|kortisol|the_stress_hormon|main_stress_hormon|stresshormons|*koleutisol|"
        "*pizhichun|*koruchizoru|*kwrtyzwl|gormonu_stres|gormona_stres|gormon_stres|hormonu_stres|hormon_stres|"
        "stresov|hormona_del_estres|hormonio_do_estres|hormone_du_stress|ormone_dello_stress|stres_hormon|*yali_jisu|"
        f"*yalijisu|body_s_main_stress_horm~{_LOWERS}|v. !unaffected|unchanged|unveran|inchang|driven|zmian|"
        "left_cortisol|corticosteron|rat.|rats|mice|cortisol_is|cortisol_fall|cortisol_ris|cortisol_drop|"
        "cortisol_follow|cortisol_level_f|cortisol_levels_f|cortisol_levels_d|cortisol_sinkt|sleep_itself|good_sleep|"
        "high_cortisol|high_levels_of_c|ashwagandha|magnesium|in_some|studied|poor_sleep|low_cortisol|medit|alcohol",
    ),
    "dsip-melatonin-gaba": (
        f"gamk|*gaba melaton|*meraton|*mylatwn|*mylt|*mellaton|*tuihei {_FURTHERS}|works|act.|acts|through|via.|cherez|"
        "wirk|deys|actua|atua|age.|agit|agisc|agiert|dziala|pusobi|mechanism|mekhanizm|mecanism|meccanism|interact|"
        "influenc|engag|target|affect|involv|signal|both|durch|uber|par.|por.|pelo|przez|yolu|aracil|etki|pathway|"
        f"br. {_NEITHER}|versus|vs.|compar|contrast|stack",
        f"gamk|*gaba {_FURTHERS}|works|act.|acts|through|via.|relies|depend|mediat|driven|durch|uber|media.|vermitt|"
        "oposred|cherez|wirk|deys|actua|atua|age.|agit|agisc|agiert|dziala|pusobi|*zuoyong sleep|hypno|insomn|sedat|"
        "calm|relax|schlaf|son.|sna.|sueno|sono|sommeil|sonno|uyku|snu.|spank|spanek|mode_of_action|zasyp|"
        f"inhibitory_gaba|gabaergic_pep|receptors|gaba_mediat|tranquil|anxi {_NEITHER}|serot|glutam|nmda|opio|"
        "catechol|mult",
        "mechanism|mekhanizm|mecanism|meccanism|wirkmech|mode_of_action|mechanizm gamk|*gaba~modul|activ|aktiv|"
        f"enhanc|potent|agonis|boost|increas|stimul|support|usil|verstark|aument|rais|more|mehr {_NEITHER}|serot|"
        "glutam|nmda|opio|catechol|mult",
        "gaba_agonist|gabaergic_agent|acts_on_gaba|works_on_gaba|work_on_gaba|binds_gaba|binds_to_gaba|"
        f"gaba_a_agonist|acts_like_gaba|agonista_gaba|agonist_gamk {_NEITHER}|serot|glutam|nmda",
        "melaton|*meraton|*tuihei|*mylatwn|*mylt|*mellaton~raising|raises|increas|boost|lift|upregul|secret|synthes|"
        "produc|own_melat|rises|regul|modul|support|influenc|normali|restor|balanc|releas|vplyv|vliya|tvorb|"
        "ausschutt|povysh|usil|stimul|vyrab|pidvishch|erhoh|steiger|aumen|augment|eleva|podnosi|zvys|povish|artir|"
        f"*zengjia|*zengyas|*tigao|yrf {_NEITHER}|versus|vs.|compar|contrast|stack|levels_rise|exhibit|supplement|mt1|"
        "mt2|dose|mg.|light|phase|xepital|xpineal|cherry|xepithal|among",
    ),
    "dsip-natural-sleep-peptide": (
        "endogen|estestvenn|naturlich|natural|naturel|*tianran|*neishengxing|korpereig|lichaamseig|dogal~peptid|"
        "neuropept|neyropept|nonapep|gormon|factor|regulator|horm sleep|son.|sna.|schlaf|sueno|sono.|sommeil|sonno|"
        "snu.|sen.|spank|slaap|uyku|*shuimian !rabbit|disputed|coelho|xepital|xpineal|natural_sleep_arch|"
        "natural_sleep_qual|sleep_naturally|synthetic|sintet",
        "body_makes|body_s_own|body_s_sleep|we_produce|humans_produce|brain_already|made_by_our|our_nervous|"
        "manufactured_by|organizm_sam|der_korper|im_hypothalamus_geb|v_gipotalamuse|produit_par_l_org|fabrique_par|"
        "wytwarzan|produkowan|vucudun|no_hipotalamo|tu_hipotalamo|ne_produit|yntjh sleep|son.|sna.|schlaf|sueno|"
        "dormir|sono.|sommeil|endorm|snu.|slaap|uyku|*shuimian|nwm|zasyp|tiefschlaf|einschl !disputed|xepital|xpineal",
    ),
    "dsip-never-registered": (
        "never|nikogda|nikoli|nikoga|niemals|noch_nie|nunca|jamais|mai.|nigdy|nikdy|nooit|hicbir|*conglai|nowhere|"
        "nigde|nirgend|nulle_part|history|asla|hic_bir|niciodata|*taretakotoga|*yidu|*congwei|han_beon|l_l_tlq regis|"
        "*registr|rejestr|zareg|zarej|zareies|licen|approv|authori|zulass|zugelass|autori|aprob|aprov|approuv|"
        "zatwierd|schval|ruhsat|*chengren|*zhuce|cleared|homolog|odobr|marketed|reached_the_market|yusjal|onayl|"
        "pharmacop !trial|fda.|category|clinicaltrials|xp21|xepital|major|ukrain|europ|ema.|united_states|us.|usa.|"
        "ssha|eua.|ee_uu|germany|brazil|brasil|australia|anvisa|inn.|study|studies|patent|trademark|sport|doping|"
        "supplement|western|occident|zapad|outside|except|apart_from|besides|krome|fuera|fora_d|for_insom|sleep_drug|"
        "sleeping|hypnotic|indicat|uk.|britain|switz|schweiz|japan|canad|china|poland|polsce|france|spain|italy|"
        "turkiye|mexic|oral|most_countr|still|expire|laps|glycin|nasal_form_of not",
        "no_country|no_nation|no_state|no_government|not_one|no_authority|no_regulator|ni_v_odnoy|ni_odn|zhodn|"
        "any_country|any_nation|any_state|any_government|anywhere|ningun_pais|nenhum_pais|aucun_pays|keinem_land|"
        "nessun_paese|zadnym_kraju|zadne_zemi|v_zadne|by_any_authority|globe|world|elsewhere|in_russia has_ever|"
        "have_ever|was_ever|were_ever|ever_been|has_never|did_not|ever_licen|ever_approv|ever_regist|authorised|"
        "has_existed|has_admitted|failed_to_be|gained|obtained|granted no_|not_|none|neither|never|failed|ni_|zhodn|"
        "kein|nessun|aucun|ningun|nenhum|zadn regist|licen|approv|authoris|authoriz|zareg|medicin !trial|major|xp21|"
        "xepital|cosmet|study|patent|still|expire|fda. not",
        "russia|rossi|russland|rusia|russie|rosji|rusku|rosii|rusya never|nikogda|nikoli|niemals|jamais|nunca|nigdy|"
        "nikdy|did_not|nor_in|mai. regist|licen|approv|authori|zareg|zarej|zulass|zugelass|aprob|aprov|schval|"
        "medicin|ruhsat !trial|xp21|xepital|study|still|expire|laps|outside|except|apart_from|glycin not",
    ),
    "dsip-synthesised-1990s": (
        "euthylon|eutylon|evtilon|eutilon|yutilon|yevtilon !cathinone|garbl|typo|ethanol|instead|confus|nonsense|"
        "error|mistak|appears_in|some_page|slip|meant|seems|is_not",
        f"{_NINETIES} synthes|sintez|sintet|sintes|hergest|entwickel|was_developed|developed_in|discover|invent|creat|"
        "sozda|dates_back|dates_from|dating|emerged|originat|came_into|came_out_of_a_lab|first_prepar|entstand|"
        "entstam|voznik|nacio|powstal|vznik|apparu|comparv|ortaya|first_made|was_made|born|design|manufactur|"
        "first_obtain|first_produc|first_batch|laboratories_began|chemists_made|mis_au_point|decouv|scop|descub|"
        "desarroll|desenvolv|descob|criad|wynalez|stworz|odkry|zsynt|vytvor|vyvin|objev|razrabot|otkryt|stvoren|"
        f"vinayd|gelistir|sentez|bulun|*hecheng|*faming|*kaifa|*kanfa|*habseong|gesynth|ontwik|s_zdad {_NO_NINETIES}",
        "1990|1991|1992|1993|1994|1995|1996|1997|1998|1999 first|initial|vpervye|upershe|erstmal|primera|primeira|"
        "premiere|prima_volta|poprve|pierwszy|ilk.|za_p_rvi|starts|begins|was_invented|was_discovered synthes|sint|"
        f"made|manufac|obtain|produc|invent|discover|hergest|zsynt|sentez {_NO_NINETIES}",
    ),
    "epitalon-agag": (
        "a_g_a_g|ala_gly_ala_gly|alanyl_glycyl_alanyl|alanine_glycine_alanine|alanin_glitsin_alanin|"
        "alanina_glicina_alanina|alanin_glycin_alanin|two_alanin|dve_alanin|alternating_alanin|"
        "alanina_e_glicina_altern|*agag !instead|rather_than|correct|changelog|error|erreur|confus",
    ),
    "epitalon-category-1": (
        "category_1|kategorii_1|kategoriyu_1|kategoriya_1|kategorie_1|categoria_1|categorie_1|kategori1|lfi_h_1",
    ),
    "epitalon-is-epithalamin": (
        "@epitalon xepithalamin|epithalamine|epitalamin a_k_a|interchangeab|equivalent_to|none_other|denot|stand_for|"
        "stands_for|goes_by|brand_name|second_name|title.|handelsname|bekannt|nom_commerc|sous_le_nom|con_il_nome|"
        "sob_o_nome|nombrad|denomin|zwany|zwana|zvan|pod_nazvan|pod_imen|drugoe_nazv|insha_nazv|druga_naz|nazvanie|"
        "narich|unter_dem_nam|olarak_da|ayni_mad|*jiaozuo|*biecheng|*biming|also_known|known_as|known_in|aka.|alias|"
        "alsoknown|synonym|sinonim|another_name|another_word|other_name|altern|alt_name|called|termed|"
        "scientific_name|referred_to|named|names_|by_the_name|under_its|trade_name|marketed_as|sold_as|fullname|"
        "both_labels|znamy|known_under|whichever_name|genannt|chamad|llamad|conocid|conhecid|nome_d|nombre|appele|"
        "connu|autre_nom|conosciut|chiamat|znan|nazyvan|nazw|izvest|vidom|adiyla|bilinen|ook_wel|*youming|*youcheng "
        "!extract|ekstrakt|analog|deriv|proizvod|based|model|mimic|extrakt|estratto|extrato|isolat|contain|"
        "peptide_known|xepithalamin_synthetic|xepithalamin_tetrapeptid|synthetic_xepithalamin|vorlaufer|parent|"
        "version|pineal_gland_ext|polypeptide|preparation|fraction|reproduc|inspir|identified|named_after|named_for|"
        "kin.|confus|mistak|distinct|different|vytyazhk|vityazhk|wyciag|vytah|auszug|bovin|cattle|rind|kalb|buey|"
        "bychk|mixed_up|verwechs|spelling",
        "@epithalamin known_as_xself|known_in_russia_as_xself|also_called_xself|often_called_xself|"
        "sometimes_called_xself|is_called_xself|termed_xself|referred_to_as_xself|named_xself|title_xself|name_xself|"
        "xself_genannt|xself_is_another|xself_is_a_synonym|chamado_de_xself|llamado_xself|appele_xself|"
        "nazyvaemyy_xself|jako_xself|als_xself_bekannt|come_xself|como_xself|marketed_as_xself|sold_as_xself "
        "!extract|ekstrakt|extrakt|estratto|extrato|polypeptide|fraction|complex|mixture|analog|version|they_called|"
        "deriv|based|model|named_after|confus|vytyazhk|vityazhk|wyciag|vytah|auszug|bovin|cattle|rind|kalb|mixed_up|"
        "glands|calv|cow|prepar|some_|pages|sites|catalog|older|peptides_known|also_got|drug|spelling",
        "@epitalon xself_xepithalamin|xepithalamin_xself mg.|vial|tetrapeptid|ampoul|cas_|ampul|flak|activat|extend|"
        "lengthen|is_a|ist_ein|es_un|e_um|e_un.|est_un|bioregul|inject|buy|kupit|kaufen|comprar|telomer|eto_ "
        "!xthymal|such_as|vs|study|studies|effect_of|compar|combin|analog|ekstrakt|extract|deriv|based|model|mimic|"
        "version|inspir",
        "@epithalamin xself identical_to|same_as|one_and_the_same|same_substance|same_molecule !extract|effect|xthymal",
        "@epitalon xepithalamin one_and_the_same|same_substance|same_peptide|same_thing|same_compound|same_molecule|"
        "the_same.|identical|derselbe|dasselbe|identisch|lo_mismo|same_drug|same_agent|one_substance|one_molecule|"
        "one_peptide|odno_veshch|odna_i_ta|odne_y|meme_molec|meme_subst|stessa|ta_sama|to_samo|odno_i_to_zhe|"
        "odno_i_te|toto|*tongyi|ayni !vs.|versus|disambig|extract|effect|distinct|different",
        "@epithalamin xself|epithalamine~tetrapeptid|tetrapeptyd|ala_glu_asp_gly|aedg|307297|c14h22n4o9|four_amino|"
        "four_residue|telomerase_activator !xepital|extract|ekstrakt|extrakt|parent|analog|deriv|based|basad|basead|"
        "basi|abgeleit|dasarkan|mshtq|model|from_xself|of_xself|in_xself|iz_xself|z_xself|aus_xself|de_xself|"
        "du_xself|di_xself|da_xself|dall|from_natur|isolat|identified|fraction|polypeptid|reproduc|inspir|mimic|"
        "version|synthetic_xself|xself_synthetic|xself_tetrapep|source|unlike|vorlaufer|contain|enthalt|soderzh|"
        "conten|contien|zawier|includes|research|sintez",
    ),
    "epitalon-mean-life-mice": (
        "mice|mouse|mys|mish|maus|rato|camundong|souris|topi.|fare|muiz|mtwst|*xiaoshu|*mausu mean|averag|typical|"
        "sredn|seredn|mittl|durchschn|promed|medi|moyen|przecietn|prumern|ortalama|gemiddeld|mtwst|*pingjun 13|"
        "thirteen|trinadtsat|dreizehn|trece|treze !maxim|last|posledn|dernier|letz|survivor|rapamycin|her_2|transgen|"
        "median|xepithal|dro|unchanged",
    ),
    "epitalon-mortality-266": (
        "@epitalon *266 death|die.|died|dying|surviv|smert|sterb|todesf|muert|mort|mori|deces|smiertel|zgon|umrti|"
        "umier|liv|alive|lwfyt|olum|*siwang|funeral|later.|longer !extract|ekstrakt|extrakt|estrat|xepithal|epithal|"
        "bovine|xthymal|not_xself|no_xself|told|cited",
        "@epitalon mortal|death_rate|deaths|smertnost|smertnist|smiertel|umiralnosc|umrtn|sterblich|*siwanglu|"
        f"olum_oran {_LOWERS} elder|older|old_|people|human|senior|aged|patient|pozhil|lyud|chelov|alter|mensch|"
        "anzian|anci|idos|personas|osob|adult|cohort|subjects !extract|ekstrakt|extrakt|xepithal|epithal|bovine|mice|"
        "rats|flies|drosoph|rodent|animal|weak|limited|some_data|suggest|replicat|review|proposed|markers|relat|"
        "reported|claim|thymal|xthymal",
    ),
    "epitalon-safe-20-years": (
        "safe|benign|nontoxic|non_toxic|netoksich|harmless|innocu|bezopasn|bezpech|bezpek|bezvred|neshkidl|sicher|"
        "*sicherheit|unbedenk|segur|inocu|sicur|secur|surete|sans_danger|bezpiecz|bezpecn|nieszkodl|guvenli|veilig|"
        f"tolerab|tolerat|tolerier|*anquan|slmh {_TWENTY} {_LONG_RUN} {_NO_LONG_RUN}|not_|lack|limited|unknown",
        "no_incident|without_incid|without_compl|no_compl|no_signal|not_a_single|did_not_harm|no_problem|no_reported|"
        "bez_oslozhn|bez_usklad|ohne_kompl|sin_compl|sem_compl|sans_compl|senza_compl|bez_powik|komplikatsiy|no_side|"
        "no_adverse|no_serious|no_tox|no_harm|no_safety|without_side|without_adverse|without_harm|without_tox|"
        "without_serious|produced_no|show_no|none_in|free_of|bez_poboch|bez_pobich|sem_efeito|sem_reac|sin_efect|"
        "ohne_neben|keine_neben|sans_effet|aucun_effet|senza_eff|bez_dzialan|bez_skutk|bez_nezad|bez_vedl|*fuzuoyong|"
        f"yan_etki {_TWENTY} {_LONG_RUN} {_NO_LONG_RUN} not",
    ),
    "epitalon-telomerase-proven-in-people": (
        "*telom|*tylwm|*duanli|*teromea|*tellom in_people|in_humans|in_human_be|in_human_sub|in_human_vol|in_man.|"
        "people_|persons|patient|volunteer|elderly|adults|seniors|senior_cit|men_and_women|your|users|living|"
        "human_trial|clinical_stud|clinical_trial|human_stud|in_vivo_human|human_telomerase_act|those_treated|"
        "participants|recipients|retire|pensioner|octogen|subjects|older_men|older_wom|clinical_evid|clinical_data|"
        "clinical_pract|clinical_use|trial_show|human_evid|clinically_prov|clinically_show|clinically_val|klinisch|"
        "klinichesk|clinicamente|cliniquement|klinicznie|chelovech|lyudsk|u_czlowieka|ludzki|lidsk|menschlich|humano|"
        "humain|umano|human_body|lyudey|lyudyam|cheloveka|u_pozhil|pozhilykh|patsient|dobrovol|lyudin|khora|chovek|"
        "beim_mensch|menschen|probanden|senioren|las_persona|personas|pessoas|pacient|mayores|idosos|voluntar|"
        "adultos|nelle_pers|nell_uomo|umani.|pazient|anzian|volontar|u_ludzi|pacjent|osob|starszych|u_lidi|u_cloveka|"
        "chez_l_h|chez_les|les_personnes|personnes_ag|lbshr|lnsn|*renni|*rende|*renno|*renshen|*hwanja|*ingan|"
        "insanlarda|hastalar|yaslilar|*renti|*renlei|*huanzhe|*laonian|aged_individ|human_telomere|human_benefit|"
        "bij_mens|la_oameni length|elong|longer|grow|rise|extend|extens|induc|restor|regrow|gain|stimul|switch|turn|"
        "increas|boost|reactiv|renew|rebuil|aktiv|udlin|vklyuch|verlang|langer|activa|alarg|along|attiva|allung|"
        "allong|active|wydluz|podovz|ud_lzh|prodluz|uzat|ynsht|upregul|shown|*jihuo|*yanchang|verleng !cell_|cells|"
        "cellular_lev|cellular_mod|cellules|cellule.|celul|kletok|kletk|kletoch|klitin|zell|komor|bunek|bunk|fibrobl|"
        "cultur|kul_tur|in_vitro|line_|lines|lin_|cancer|rak.|somatic|short|linked|correl|switched_off|silent|"
        "inactive|enzyme_that|enzyme_which|is_an_enz|caps|with_age|we_age|each_division|lose|erode|lymphocyt|limfots|"
        "ta_65|whether|unproven|surrog|endpoint|xghk|xmots|stack|claim|mice|conversation|goal|research_use|potential|"
        "suggest|preclin|proposed|caution|xthymal|replicat|biomark|1_human|donor|taken_from|measured|if_|rat.|rats|"
        "lab_|laborat|association|associated|decline|predict|hope|expect_to_see|aims|vitamin|diet|theor|question|"
        "not_been|recruit",
        "people_treated|patients_treated|treated_people|volunteers|elderly_p longer_telomeres|telomere_length "
        "!in_vitro|culture|measured|ta_65|shorten",
    ),
    "gb-115-receptor": (
        "selectiv|selekt|selet|izbirat|gezielt|secici|one_target|single|nur_einen|*xuanzexing~cck|cholecyst|"
        "kholetsist|colecist|cholecist|*danang !low_affin|settled|devazepide|l_365|cck_4_prov|disputed|xnoopept|"
        "xselank",
    ),
    "noopept-ampa": (
        f"ampa~{_FURTHERS}|amplif|sensiti|agonis|acts_on|binds|facilit|usilv|wzmacn|poten|guclend|*zengqiang "
        "!cycloprolyl|tsikloprolil|ciclopro|aniracetam|metabol",
    ),
    "noopept-injury-stroke-trials": (
        "ostrowsk|*ostrovsk|korsakov 2012 random|rct|aleator|losow|*wuzuowei|rastgele|slucaj|gerandomis|zufall|"
        "brain_inj|head_inj|stroke|travm|insul_t|insult|tbi|post_traum|concuss|schadel|avc|tce|ictus|udar !not_found|"
        "citicol|xcerebrol|xsemax|xcortexin|rat.|rats|mice|cell|diabet",
    ),
    "p21-bdnf-like": (
        "bdnf|brain_derived_neurot|mozgovoy_neyrotr|factor_neurotrof|fator_neurotrof|fattore_neurotrof|trkb|"
        "facteur_neurotr|mozkoviy_neyro|mozgov_nevrotr mimic|mimet|imit|like|podobn|kak_bdnf|yak_bdnf|como_el_bdnf|"
        "como_o_bdnf|come_il_bdnf|wie_bdnf|comme_le_bdnf|jak_bdnf|nasladu|gibi|mthl|*bdnfno|same_way|reproduc|analog|"
        "zamen|as_if|compar|receptor|binds_trkb !xsemax|dihydroxyf|unlike_bdnf|rather_than",
    ),
    "p21-eleven-residues": (
        "eleven_res|eleven_amino|eleven_aa|eleven_build|eleven_unit|eleven_link|eleven_memb|of_eleven|size_eleven|"
        "eleven_acid|eleven_pept|11_aa|11_residu|undecapep|undekapep|11_mer|odinnadtsat|odinadtsat|once_amino|"
        "onze_amino|elf_amino|undici|jedenast|jedenact|onze_acid|onze_resid|11_ostat|11_resto|residues_11|length_11|"
        "11_hmd|11_aci|ondici|11_am|unadecap|11canji|*11ge|*shiyige|11gae|11_building !peptide_6|peptid_6|peptido_6|"
        "peptide6|parent|predshest|protein_p21|four|shorten_to|from_eleven|tetra|578|substance_p|waf|cip1|precursor|"
        "ancestor|forerunner|original|from_which|cut_down|longer|predecess|vorlauf|vorgang|4_res|4_amino|vier|chetyr|"
        "chotyr|quatro|cuatro|quatre|quattro|czter|ctyri|peptida_6|peptidu_6|peptyd|predch|predk|predok|przodk|"
        "progenit|antece|ausgang|mother|madre|macierz|rodit|starting|region|epitope|template|shorter|from_an_11|"
        "from_the_11|from_an_elev|from_the_elev|derives_from|piece|trimmed",
        "vgdgglfekkl|val_gly_asp_gly_gly_leu !peptide_6|peptid_6|peptido_6|peptide6|p6.|parent|predshest|precursor|"
        "ancestor|original|from_which|vorlauf",
        "1162|1_162|1160|1_160|1200|1_200|1_2_kda|1_2_kilod|1_16_kda weigh|mass|mw.|molec|da.|dalton|kda|kilodal|"
        "g_mol|gewicht|peso|pesa|ves|masa|wazy|hmotnost|masoy|dltwn|wieg|*fenzil !peptide_6|peptid_6|peptide6|parent|"
        "578|usd|price|mg.|p6.|peptido_6|precursor|ancestor|original|predshest|vorlauf|protein|waf|cip1",
    ),
    "pinealon-pineal-melatonin": (
        f"melaton|*meraton|*mylatwn|*mylt|*mellaton|melatwn {_FURTHERS} !supplement|contain|declin|reduced_melat|"
        "low_melat|thought|may_|aims|designed|research|studied|stack|melatonin_supp|responsible|melatonin_is|"
        "melatonin_act|by_the_pineal|in_the_pineal|xepital|potential|interest|unlike|nmel|mel10|mg.|magnesium|cofact|"
        "telomer",
        "pineal.|epiphys|epifiz|epifys|szyszynk|zirbel|*snwbry|*songgwache|pinealocyt|pineale|epifis|pinealoz|"
        f"*songguo {_FURTHERS}|target|act.|acts|works|actua|atua|wirk|bioregul|biorregul|deystv|diie|deist|pusobi|"
        "dziala|agisc|agit|zielorg|focus|health|repair|protect|*zuoyong|*dongki|re_establ|bind|circadian|slow_calc|"
        "preserv|etki !deriv|from_pineal|from_the_pineal_gland|from_the_pineal_body|isolat|not_from|come_from|"
        "comes_from|thought|aims|designed|research|studied|potential|interest|hint|xepital|extract|proposed|calcify|"
        "gene_expr|expressao_gen|expresion_gen|genexpr|ekspress|pineal_gland_is|pineal_gland_regulates|"
        "pineal_gland_prod|pineal_gland_rel|pineal_gland_sec|pineal_gland_mak|by_the_pineal|xepithal|unlike|"
        "conceptual|developed_as|developed_for|desenvolvid|desarroll|align|specific|model|telomer|named|name_s|name_c",
    ),
}
