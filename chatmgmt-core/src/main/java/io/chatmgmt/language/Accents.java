package io.chatmgmt.language;

/**
 * The plain letters behind the accented ones of the European scripts: the first character of their compatibility
 * decomposition. Written down, since Java's own tables for it take longer to load than the first message to be heard.
 */
final class Accents {

    /** Each plain letter with those that stand for it. */
    private static final String[] FAMILIES = {
        " \u037A",
        "aªàáâãäåāăąǎǟǡǻȁȃȧḁẚạảấầẩẫậắằẳẵặ",
        "bḃḅḇ",
        "cçćĉċčḉ",
        "dďḋḍḏḑḓ",
        "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
        "fḟ",
        "gĝğġģǧǵḡ",
        "hĥȟʰḣḥḧḩḫẖ",
        "iìíîïĩīĭįǐȉȋḭḯỉị",
        "jĵǰʲ",
        "kķǩḱḳḵ",
        "lĺļľŀˡḷḹḻḽ",
        "mḿṁṃ",
        "nñńņňǹṅṇṉṋ",
        "oºòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
        "pṕṗ",
        "rŕŗřȑȓʳṙṛṝṟ",
        "sśŝşšſșˢṡṣṥṧṩẛ",
        "tţťțṫṭṯṱẗ",
        "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
        "vṽṿ",
        "wŵʷẁẃẅẇẉẘ",
        "xˣẋẍ",
        "yýÿŷȳʸẏẙỳỵỷỹ",
        "zźżžẑẓẕ",
        "æǣǽ",
        "øǿ",
        "ɣˠ",
        "ɦʱ",
        "ɹʴ",
        "ɻʵ",
        "ʁʶ",
        "ʒǯ",
        "ʕˤ",
        "\u02B9\u0374",
        "αάἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ",
        "βϐ",
        "εέϵἐἑἒἓἔἕὲέ",
        "ηήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ",
        "θϑ",
        "ιίΐϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ",
        "κϰ",
        "\u03BC\u00B5",
        "οόὀὁὂὃὄὅὸό",
        "πϖ",
        "ρϱῤῥ",
        "ςϲ",
        "υύϋΰϒϓϔὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ",
        "φϕ",
        "ωώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ",
        "аӑӓ",
        "гѓ",
        "еѐёӗ",
        "жӂӝ",
        "зӟ",
        "иѝйӣӥ",
        "кќ",
        "оӧ",
        "уўӯӱӳ",
        "чӵ",
        "ыӹ",
        "эӭ",
        "ії",
        "ѵѷ",
        "әӛ",
        "өӫ"
    };

    private static final char[] PLAIN = plain();

    private Accents() {}

    /** The plain letter; the letter itself when it has no accent. */
    static char without(char lower) {
        char plain = lower < PLAIN.length ? PLAIN[lower] : 0;
        return plain == 0 ? lower : plain;
    }

    private static char[] plain() {
        char[] plain = new char[0x2000];
        for (String family : FAMILIES) {
            for (int member = 1; member < family.length(); member++) {
                plain[family.charAt(member)] = family.charAt(0);
            }
        }
        return plain;
    }
}
