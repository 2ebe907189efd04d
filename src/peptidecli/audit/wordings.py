"""How statements that circulate are put into words, in whatever language and order.

Each statement has ways in which it is told. A way is groups of beginnings of words, divided by spaces; a stretch of
text tells the statement where it has one beginning of each group, and none of those behind `!`. Within a group `|`
divides what stands for the same. Text and beginnings are folded: lower case, Latin letters without accents (`телом` is
`telom`, 端粒 `duanli`), a space for all that is neither letter nor digit. `_` is such a space, `.` ends a word (`hgf.`
is no `hgfr`), `*` lets what follows stand within a word, for scripts that put no space between two. A compound stands
as `x` and its id without hyphens (`xtb500`), the one that is told of as `xself`; where another is named there is
`xother`. `not` as a group allows a denial, `@tb500` keeps a way to one compound of a statement on two.
"""

from __future__ import annotations

WAYS: dict[str, tuple[str, ...]] = {
    # -- Semax, Selank, tuftsin, ACTH(4-10), Cerebrolysin, Cortexin, Dihexa, davunetide
    #
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
        "v_techenie|never|temporary_use|any_time",
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
        "precursor|natural_pro|label|instead|refer|*pianduan|*xiangguan|fragm|frammen|frazm|99_43|derivat|descrip",
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
    "epitalon-is-epithalamin": ("xepithalamin also_known|aka.|synonym|identical|same_|another_name",),
}
