//! What the languages that share a script are told apart by: their commonest short words and the
//! letters that others of the script lack. Chosen by us among the words that dictionaries and the
//! frequency lists of the package `wordfreq` (PyPI, Apache-2.0) have as the commonest; no text was
//! counted for it.

use super::script::Writing;

/// A language in one of its scripts.
pub(super) struct Common {
    pub(super) language: &'static str,
    pub(super) writing: Writing,
    /// Lower case, between spaces.
    pub(super) words: &'static str,
    /// Of its alphabet, those that aren't in all alphabets of the script.
    pub(super) letters: &'static str,
}

const fn latin(language: &'static str, words: &'static str, letters: &'static str) -> Common {
    Common { language, writing: Writing::Latin, words, letters }
}

const fn cyrillic(language: &'static str, words: &'static str, letters: &'static str) -> Common {
    Common { language, writing: Writing::Cyrillic, words, letters }
}

const fn arabic(language: &'static str, words: &'static str, letters: &'static str) -> Common {
    Common { language, writing: Writing::Arabic, words, letters }
}

const fn devanagari(language: &'static str, words: &'static str, letters: &'static str) -> Common {
    Common { language, writing: Writing::Devanagari, words, letters }
}

/// At most 64: a word's languages are the bits of a number.
pub(super) const COMMON: &[Common] = &[
    latin(
        "de",
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man eines seine",
        "äöüß",
    ),
    latin(
        "en",
        "the of and to in a is that for on was with as it by be at are from this have has or his an were not which but their they its been will would who more one all about shall when there",
        "",
    ),
    latin(
        "fr",
        "de la le et les des en un du une est pour que qui dans par sur au pas plus ne se ce il à avec son sont ou sa aux d l qu été mais ont leur cette ses comme être n c elle tout toute ainsi",
        "àâçèéêëîïôùûüœ",
    ),
    latin(
        "es",
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha sin sobre este entre cuando también fue son desde todo toda está muy hasta ser",
        "áéíñóúü",
    ),
    latin(
        "it",
        "di e il la che in a per un è del una i con non si della da le al dei sono alla nel più come ha gli anche lo o delle ma dal suo stato nella dalla questo degli essere ad sua ogni ed",
        "àèéìíòóù",
    ),
    latin(
        "pt",
        "de a o que e do da em para com os um é no não uma na se dos as mais por das ao foi como à seu sua ou são pela ser pelo nos mas também já entre tem até todo toda sem",
        "áâãàçéêíóôõúü",
    ),
    latin(
        "nl",
        "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit door naar heeft hij nog of tot werd wordt zich hebben deze worden die meer over ieder heb ik we ze hun haar had geen wel veel kan moet",
        "éëïöèüê",
    ),
    latin(
        "pl",
        "w i na z się do nie że o jest to od za po przez jak oraz dla przy ma co tak tym ale czy są jego lub może być ze który było przed ich także każdy a tego jej lat",
        "ąćęłńóśźż",
    ),
    latin(
        "tr",
        "ve bir bu için de da ile olarak olan daha çok en gibi kadar sonra ise ne ya her var değil ancak göre iki bin olduğu tarafından veya kendi onun ki hiç bunun şekilde çünkü ben yeni iyi büyük dedi şey bunu ama mi diye",
        "çğıöşüâîû",
    ),
    latin(
        "sv",
        "och i att det som en på är av för med den till har inte de ett om han var från men vid så kan sig ska sin efter eller under ut också skall mot hade vara inom utan",
        "åäöé",
    ),
    latin(
        "da",
        "og i at er en til det på af for med den de der som ikke har et om fra var ved kan sig han blev også vil skal efter eller være sin nogen mod uden hun over men blive",
        "æøåé",
    ),
    latin(
        "nb",
        "og i det er på til som av for en med å at har ikke den om de et fra var han men kan skal ble seg ved eller også vil etter være sin blir mot noen uten hun over",
        "æøåéòôó",
    ),
    latin(
        "nn",
        "og i det er på til som av for ein med å at har ikkje den om dei eit frå var han men kan skal vart seg ved eller også vil etter vere sin blir eg ho mot utan nokon kvar",
        "æøåéòôó",
    ),
    latin(
        "is",
        "og í að á er sem til um við var en af með fyrir ekki hann það frá eru hafa því þess eða hefur verið þeir einnig þar eftir skal upp ber hver sé sér þeirra vera sínum",
        "áðéíóúýþæö",
    ),
    latin(
        "fi",
        "ja on ei että se oli hän myös ovat mutta kun joka sen tai ole jos niin kuin voi sekä olla mukaan hänen ne vain tämä siitä kanssa jotka mitä sitä eikä ilman sanoi olivat nyt hyvin kaikki uusi jälkeen ennen he ollut tulee",
        "äöå",
    ),
    latin(
        "et",
        "ja on ei et see ka kui oli mis ning aga oma seda ta või selle siis välja kes pole veel nii mida olid kuid ole saab tema nende peab iga kõik kogu ega nad olnud pärast enne ütles kõige üle juba vaid tuleb",
        "äõöüšž",
    ),
    latin(
        "lv",
        "un ir ar no par uz kas tika kā arī ka to pie gan pēc bet lai līdz tas nav vai savu būt jau ja tā viņa tiek viņš bija kuru ikviens katrs citu jābūt cik visu",
        "āčēģīķļņšūž",
    ),
    latin(
        "lt",
        "ir yra kad į iš su ar kaip buvo nuo tai bet jis apie per po už jo dėl savo tik taip kurie arba prie iki jų be kuris turi kiekvienas bei būti visų nei kitų jos",
        "ąčęėįšųūž",
    ),
    latin(
        "cs",
        "a se v na je že s z do o i ve pro za jako k po by jsou od ale co jeho který nebo které být podle ze také až jsem při která každý má aby však není nesmí svého",
        "áčďéěíňóřšťúůýž",
    ),
    latin(
        "sk",
        "a v na sa je že s z do o aj ako pre za ktoré po od sú by k alebo bol ktorý i ale jeho podľa tak pri má bude vo už tým ich môže každý byť aby však nie svoje ktorá keď len bolo ešte boli som povedal",
        "áäčďéíľĺňóôŕšťúýž",
    ),
    latin(
        "sl",
        "in v je na za se da z s so ki pa tudi po iz kot ne bi do pri bo od ali o bil ter še lahko med leta več kar kako ima biti pred vsak vsakdo mora svoje nihče ker sem tem bilo bodo jih ni ko",
        "čšž",
    ),
    latin(
        "hr",
        "i u je na se da su za s od će koji kao iz što o a koja nije ili te po ali bi koje tko također tijekom između svatko nego jer kojima ima biti svoje kako samo bio bila kada",
        "čćšžđ",
    ),
    latin(
        "bs",
        "i u je na se da su za od će koji kao iz što o a koja nije ili sa ali bi koje također tokom između ko svako nego jer kojima ima biti svoje kako samo bio bila kada",
        "čćšžđ",
    ),
    latin(
        "sr",
        "i u je na se da su za od će koji kao iz što o a koja nije ili sa ali bi koje takođe tokom između ko svako nego jer šta gde ima biti svoje kako samo bio bila kada",
        "čćšžđ",
    ),
    latin(
        "sq",
        "të e në i dhe që për me një nga ka është nuk se si do më janë tij u kjo ky pas apo ose ishte edhe por kanë duke shumë ne deri çdo kushdo asnjë pa së tyre",
        "çë",
    ),
    latin(
        "ro",
        "de în și a la că cu pe care din un o nu mai pentru este se fost au să sunt sau lui prin dar după al ale ca ce fi această între către orice are unei fără",
        "ăâîșțşţ",
    ),
    latin(
        "hu",
        "a az és hogy nem is egy meg volt csak már de ez még azt vagy ki mint el lehet van ha minden kell után szerint amely pedig nincs között fel ezt azonban mert sem illetve való",
        "áéíóöőúüű",
    ),
    latin(
        "ca",
        "de la a i que el en d per del un les els una amb és al ha com més dels o ser aquest no seva també són als aquesta entre pel sobre hi l s tota té sense aquests seu",
        "àçéèíïóòúü",
    ),
    latin(
        "gl",
        "de a o que e do da en os as no na un unha para por con se non dos das ao é máis á pola como polo súa ou foi seu esta ten nos entre sobre pero onde xa todo toda nin moi están fai aínda cando despois hai ese ela isto só cun cos dixo",
        "áéíñóúü",
    ),
    latin(
        "eu",
        "eta da bat ez dira dute zen du ere izan baina bere dela den baino egin edo ditu beste duen behar zuen dago zuten daude hori horrek gabe guztiak bezala hau bakoitzak dituen egiten izango bi oso zein baita ari diren zituen dio gehiago",
        "ñü",
    ),
    latin(
        "ga",
        "an na agus i a ar go is le do ag bhí sé tá ní ó gach nó mar sin faoi chun seo bheith chuig aon ach idir cuid atá don leis duine nach féin ina",
        "áéíóú",
    ),
    latin(
        "cy",
        "yn y a i o ar yr ei am gan wedi fod ac oedd mae bod at mewn hyn eu gyda neu nid oes sydd fel un pob cael rhwng heb",
        "âêîôûŵŷ",
    ),
    latin(
        "af",
        "die en van in is het nie om te wat vir op met hy aan dat word was sy sal na ook kan by hulle deur maar of uit oor as een moet enige elke daar sonder ons ek jy gesê baie hierdie daardie nuwe hom",
        "êëéôïûî",
    ),
    latin(
        "lb",
        "an de d den déi vun op ass mat fir net dat en eng huet sech och am zu dee ze hunn wéi ginn awer hir gëtt méi oder nach sinn no bei aus jidderee",
        "äëéüöèê",
    ),
    latin(
        "id",
        "yang dan di dengan untuk dari ini dalam itu tidak pada akan adalah oleh sebagai juga atau ke karena telah tersebut bisa dapat ada orang mereka lebih saat secara setiap",
        "",
    ),
    latin(
        "ms",
        "yang dan di dengan untuk dari ini dalam itu tidak pada akan adalah oleh sebagai juga atau ke kerana telah tersebut boleh dapat ada orang mereka lebih daripada kepada setiap ialah",
        "",
    ),
    latin(
        "tl",
        "ang ng sa na mga at ay ni isang para may hindi ito kung mula kanyang niya siya ko nang din bilang pa lahat ayon kay o kanilang bawat tao walang upang",
        "ñ",
    ),
    latin(
        "sw",
        "ya na wa kwa ni katika za la kuwa cha hiyo huo hii kama yake wake lakini au hilo baada kila watu ambayo pia mtu vya zaidi sana bila alisema wao yao ana yoyote",
        "",
    ),
    latin(
        "vi",
        "và của là có được cho trong không với các một người những này đã để từ về đến ở khi như ra vào theo cũng hay sẽ mọi do bị hoặc",
        "àáâãèéêìíòóôõùúýăđĩũơư",
    ),
    latin(
        "az",
        "və bu ilə bir üçün də ki olan daha kimi olaraq edir sonra isə var çox ya onun əsas görə hər nə o qədər onlar həm amma öz heç",
        "əöüçşğı",
    ),
    latin(
        "uz",
        "va bu bilan uchun bir ham har yoki deb uning esa kerak emas haqida mumkin edi lekin barcha ega biri orqali keyin kabi hamda ushbu u ular shu qilish agar faqat yangi boʻlgan boʻlib oʻz koʻp bo lgan lib deydi",
        "ʻʼ",
    ),
    cyrillic(
        "ru",
        "и в не на что с по как это из за для от его к был о а также же у но или они он года до то при все которые если более только будет быть каждый имеет",
        "иёъыэщй",
    ),
    cyrillic(
        "uk",
        "і в на з не що у та до за як від для про його й це був є які або також але року після він щоб при між має буде бути було кожна кожен",
        "иіїєґщй",
    ),
    cyrillic(
        "be",
        "і ў у на з не што да па як для за ад яго гэта ён але пра быў якія або таксама пры ці яе мае года каб якая быць калі кожны свайго",
        "ёіўыэй",
    ),
    cyrillic(
        "bg",
        "на и в за да се от с е не по че са като до си или ще това при след но който което бъде има които между както беше всеки без свои му им го бе ни той тя много само",
        "иъщй",
    ),
    cyrillic(
        "mk",
        "на и во да се од за со е не што по ќе како до или кои го беше при која ја исто меѓу секој сите тоа но има биде без своите",
        "ијљњџѓќѕ",
    ),
    cyrillic(
        "sr",
        "и у је на се да су за од са који као из ће што о а која није или али би које не до има бити сваки све без своје нико",
        "ијљњђћџ",
    ),
    cyrillic(
        "kk",
        "және мен бұл үшін да де бір деп болып бойынша осы оның ол бар емес туралы дейін кейін болады екі тиіс өзінің керек еді немесе әр бен",
        "иәғқңөұүһіыэйщъё",
    ),
    cyrillic(
        "mn",
        "нь ба энэ юм бол байна гэж болон тухай байсан оны өөрийн бүр буюу ийм аль уг хүн байгаа нэг олон тэр тэд их дээр гэсэн түүний вэ хоёр шинэ ч",
        "иөүыэйёъщ",
    ),
    cyrillic(
        "uz",
        "ва бу билан учун бир ҳам ҳар ёки деб унинг эса керак эмас ҳақида мумкин эди лекин барча эга",
        "иқғҳўъэёй",
    ),
    arabic(
        "ar",
        "في من على إلى أن التي عن مع هذا الذي لا ما كان أو بعد هذه كل قد بين كما ذلك لم وقد حيث وفي أي إن له",
        "ةىيكأإ",
    ),
    arabic(
        "fa",
        "و در به از که این را با است برای آن یک تا هم شد بود خود کرد شده یا بر می هر پس اما نیز باید ها های دارد",
        "گچپژیک",
    ),
    arabic("ur", "کے میں کی ہے اور سے کا کو اس پر ہیں نے بھی ایک کر نہیں کہ یہ جو کیا وہ تھا گیا تو", "گچپژیکٹڈڑںےہھ"),
    devanagari("hi", "के है में की से और को का हैं पर भी एक नहीं ने कर हो लिए कि इस था यह गया जो किया तथा या", ""),
    devanagari(
        "mr",
        "आणि आहे या व हे की ते होते त्या असे ही तो आहेत होता झाली करण्यात मध्ये येथे त्यांनी असून किंवा तर हा नाही साठी काही म्हणून केली केले यांनी पण जर मी आपल्या एका अधिक त्यांच्या होती आता",
        "ळ",
    ),
    devanagari(
        "ne",
        "र छ को का मा ले पनि गरेको भएको यो छन् हो लागि तथा उनले भने गर्न एक वा गर्ने छैन सबै रहेको प्रत्येक यस हुने थियो तर त्यो उनको आफ्नो हामी गर्दै हुन्छ थिए यसको नयाँ भन्ने हुन",
        "",
    ),
];
