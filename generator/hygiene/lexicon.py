"""The words of web pages: credits, buttons, notices, teasers. A new site's dirt is most often one more line here."""

import re

AGENCIES = (
    r"(?:dpa|AFP|afp|Reuters|REUTERS|rtr|AP|APA|apa|SDA|sda|KNA|epd|SID|sid|ddp|dapd|EPA|epa|ANSA|TASS|Xinhua|PA|KEYSTONE|Keystone|Imago|imago|IMAGO|"
    r"Getty|gettyimages|Bloomberg|Shutterstock|Unsplash|Pixabay|iStock|Flickr|Wikimedia|picture[ -][Aa]lliance|ZUMA|Sipa|Action Press|NurPhoto)"
)

_PICTURE = (
    r"(?:(?:Archiv|Symbol|Titel|Presse)?(?:[Ff]oto|[Bb]ild|[Gg]rafik)s?|Fotos|Bilder|Photo(?:s|graph)?|PHOTO|FOTO|BILD|Picture|Image|Illustration|Karte|"
    r"Screenshot|(?:Bild|Foto)(?:nachweis|quelle|credit|rechte)|Image credit|Photo credit|Credit|Copyright)"
)
_SOMEBODY = rf"(?:{AGENCIES}(?:[ ]?[Ii]mages|[ ]?/[ ]?(?:Archiv|[a-z]{{2,4}}\b)|[ ]via[ ]\w+)*)"
_PERSON = r"(?:[A-ZÄÖÜ][\w.’'-]*(?:[ ](?:von|van|de|di|der)?[ ]?[A-ZÄÖÜ][\w.’'-]*){0,3})"

CREDIT = re.compile(
    rf"[(\[][ ]?(?:{_PICTURE}[ ]?(?:[:/]|by[ ]|von[ ])|©)[^()\[\]\n]{{2,80}}[)\]]"
    rf"|(?:{_PICTURE}[ ]?(?:by[ ])?:[ ]?(?:©[ ]?)?|©[ ]?(?:\d{{4}}[ ])?)"
    rf"(?:{_PERSON}[ ]?[/,|][ ]?)*(?:{_SOMEBODY}(?:[ ]?[/,|][ ]?(?:{_SOMEBODY}|{_PERSON}))*)(?!\w)[.)]?"
)
"""A picture's credit: in brackets, or running up to an agency's name."""

CREDIT_HINTS = (
    "foto",
    "bild",
    "photo",
    "picture",
    "image",
    "credit",
    "grafik",
    "illustration",
    "karte",
    "screenshot",
    "copyright",
    "©",
    ">>",
    "»»",
    "››",
    "►",
    "▶",
    "→",
    "➔",
    "➤",
)
"""Lower case; a text with none of these has no credit and no arrow inside. Looking for them is far cheaper than the patterns."""

_NAMED = r"(?:[A-ZÄÖÜ©][\w.’'-]*|von|van|de|der|di|und|and|via|dpa|epd|afp|privat|imago|images|picture|alliance|gettyimages|\d{4}|[&–-])"

CREDIT_LINE = re.compile(
    rf"(?:{_PICTURE}(?:[ ]?[:/][ ]?|[ ](?:by|von)[ ])|©[ ]?){_NAMED}(?:[ ]?[/,|][ ]?{_NAMED}|[ ]{_NAMED}){{0,11}}\.?"
)
"""A credit that has a line to itself; then anybody may have taken the picture."""

SIGN_OFF = re.compile(rf"[(\[]{AGENCIES}(?:[ ]?[/,][ ]?[\w-]+)*[)\]]\.?(?=\s*$)", re.MULTILINE)
"""The agency's sign at the end of a text."""

_ARROW = r"(?:>>+|»»|››+|[►▶→➔➤])"

TEASER = re.compile(
    rf"(?:{_ARROW}[ ]?)?(?:"
    r"(?:Lesen|Hören|Sehen|Schauen)[ ]Sie[ ](?:hier|auch|dazu|mehr|jetzt|außerdem|hierzu|weiter|zudem|den|die|das|unser(?:e|en)?)\b[^.:!?\n]{0,60}:"
    r"|(?:Lesen|Hören|Sehen|Schauen)[ ]Sie[ ](?:hier|auch|dazu[ ]auch|mehr[ ](?:zum|zu|dazu|über)|unsere?n?[ ](?:Kommentar|Liveblog|Newsblog|Live-Blog))\b"
    r"|Mehr(?:[ ](?:zum[ ]Thema|zu[ ](?:diesem|dem)[ ]Thema|dazu|hierzu|lesen|hier|Informationen|Nachrichten|News|aus[ ]dem[ ]Ressort))?:(?=\s)"
    r"|(?:Mehr[ ]zum[ ]Thema|Zum[ ]Thema:|Auch[ ]interessant|Auch[ ]lesenswert|Lesetipp|Siehe[ ]auch|Dazu[ ]auch|Passend[ ]dazu|Weiterlesen|Verwandte[ ](?:Artikel|Themen)|Weitere[ ]Artikel[ ]zum[ ]Thema"
    r"|Das[ ]könnte[ ](?:Sie|dich)[ ]auch[ ]interessieren|Interview[ ]dazu|Kommentar[ ]dazu|Hintergrund[ ]dazu)\b:?"
    r"|(?:Read|READ)[ ](?:[Mm]ore|MORE|[Aa]lso|ALSO|[Nn]ext|NEXT)(?:[ ]on[ ]this)?:"
    r"|(?:Also[ ][Rr]ead|See[ ]also|Related(?:[ ](?:stories|story|articles?|coverage|reading))?|RELATED|Watch(?:[ ]now)?|WATCH|Recommended|Don['’]t[ ]miss|More[ ]on[ ]this[ ]story|You[ ]may[ ]also[ ]like|In[ ]case[ ]you[ ]missed[ ]it):?(?<=:)"
    r"|(?:Read[ ]more|More[ ]on[ ]this[ ]story|You[ ]may[ ](?:also[ ]like|be[ ]interested[ ]in)|Related[ ](?:stories|articles|topics))\b"
    rf")|{_ARROW}[ ]?(?=[„\"“]?[A-ZÄÖÜ0-9])"
)
"""What announces another article."""

_THING = (
    r"(?:Standort|Newsletter|Artikel|Beitrag|Kommentare?|Video|Bild|Bilder|Seite|Push-Nachrichten|Benachrichtigungen|Link|Werbung|Cookies?|Audio|Podcast|Abo|Text|Schrift|"
    r"Thema|Themen|Karte|Galerie|Bildergalerie|Inhalt|Inhalte|Konto|Alarm|Push|Merkliste|Autor|Autorin|Player|Untertitel|Transkript|Menü|Suche|Einstellungen|Grafik|Anzeige|Story|Meldung)"
)
_DOING = (
    r"(?:teilen|merken|drucken|anzeigen|abonnieren|bestellen|erkennen|abspielen|öffnen|schließen|laden|speichern|vorlesen|kopieren|folgen|versenden|verschicken|senden|melden|"
    r"aktivieren|deaktivieren|akzeptieren|ablehnen|ändern|ausblenden|einblenden|vergrößern|verkleinern|herunterladen|ansehen|anhören|hören|starten|überspringen|verwalten|lesen|schreiben|verlassen|anpassen|empfehlen|weiterempfehlen|anlegen|einschalten|ausschalten)"
)
_NETWORK = r"(?:Facebook|Twitter|X\.com|WhatsApp|Whatsapp|Instagram|LinkedIn|Linkedin|Pinterest|Telegram|Xing|XING|Reddit|Threads|Mastodon|Bluesky|Messenger|Flipboard|E-Mail|Email|Pocket|Signal)"

LABEL = re.compile(
    r"(?:"
    rf"(?:Diesen[ ]|Dieses[ ]|Alle[ ]|Ihren?[ ]|Zur[ ])?{_THING}[ ]{_DOING}(?:[ ](?:per|via|auf)[ ]{_NETWORK})?"
    rf"|(?:(?:Auf|Über|Per|Via)[ ]{_NETWORK}[ ](?:teilen|senden|folgen)|Share[ ](?:on|via)[ ]{_NETWORK})"
    rf"|{_NETWORK}(?:[ ,|/]+{_NETWORK})+(?:[ ]Drucken|[ ]Link[ ]kopieren|[ ]Copy[ ]link)?"
    r"|(?:Zur|Zurück[ ]zur)[ ](?:Startseite|Übersicht|Homepage|Merkliste|Suche)|Nach[ ]oben(?:[ ]scrollen)?|Zum[ ](?:Seitenanfang|Inhalt[ ]springen|Hauptinhalt[ ]springen|Warenkorb|Login)"
    r"|Jetzt[ ](?:anmelden|abonnieren|registrieren|testen|kaufen|lesen|weiterlesen|downloaden|kostenlos[ ](?:testen|lesen|anmelden)|Newsletter[ ]bestellen)"
    r"|(?:Zum[ ])?Newsletter[ ]anmelden|Newsletter-Anmeldung|Kostenlos[ ](?:testen|registrieren|abonnieren)|Abo[ ]testen|Digital-Abo|Probeabo"
    r"|Mehr[ ](?:anzeigen|laden)|Weniger[ ]anzeigen|Alle[ ](?:Artikel|Kommentare|Beiträge)[ ](?:anzeigen|lesen|ansehen)|Einloggen|Ausloggen|Abmelden|Registrieren|Anmelden[ ]Registrieren|Passwort[ ]vergessen\??"
    r"|(?:Artikel|Beitrag)[ ](?:als[ ]PDF|anhören|gemerkt|hören)|Vorlesen(?:[ ]lassen)?|Schriftgröße|Nutzungsrechte[ ]erwerben|Feedback[ ](?:geben|senden)|Fehler[ ]melden|Korrektur[ ]vorschlagen|Leserbrief[ ]schreiben"
    r"|Alle[ ](?:akzeptieren|ablehnen)|Cookie-(?:Einstellungen|Hinweis)|Datenschutz-Einstellungen|Einstellungen[ ]verwalten|Zustimmen[ ]und[ ]weiter|Mit[ ]Werbung[ ]weiterlesen"
    r"|Externer?[ ]Inhalt(?:e)?(?:[ ](?:von|laden|anzeigen)\b)?|Empfohlener[ ]redaktioneller[ ]Inhalt|Empfohlener[ ]externer[ ]Inhalt|Datenschutzerklärung[ ]lesen|Impressum[ ]Datenschutz(?:[ ]AGB)?"
    r"|Meistgelesen|Meistgelesene[ ]Artikel|Am[ ]häufigsten[ ]gelesen|Neueste[ ]Artikel|Top-Themen|Top-Artikel|Topnews|Aktuelle[ ]Nachrichten|Beliebte[ ]Artikel|Alle[ ]Nachrichten[ ]im[ ]Überblick"
    r"|\d+[ ](?:Kommentare|Bilder|Min\.[ ]Lesezeit|Minuten[ ]Lesezeit)|Kommentare[ ]\(\d+\)|Lesezeit:?[ ](?:ca\.[ ])?\d+[ ]Min(?:uten|\.)?|Lesedauer:?[ ](?:ca\.[ ])?\d+[ ]Min(?:uten|\.)?|\d+[ ]min[ ]read"
    r"|(?:Zuletzt[ ]aktualisiert|Aktualisiert|Veröffentlicht|Erstellt)(?:[ ]am)?:?[ ]\d{1,2}\.[ ]?(?:\d{1,2}\.|[A-ZÄ]\w+)[ ]?\d{4}(?:,?[ ](?:um[ ])?\d{1,2}[:.]\d\d(?:[ ]Uhr)?)?"
    r"|Advertisement|ADVERTISEMENT|Skip[ ]to[ ](?:main[ ])?content|Sign[ ]up(?:[ ](?:here|now|for[ ](?:our|the)[ ](?:\w+[ ])?newsletter))?|Subscribe[ ](?:now|today|to[ ](?:our|the)[ ]newsletter)|Log[ ]in|Share[ ]this(?:[ ](?:article|story|page))?"
    r"|Copy[ ]link|Copy[ ]URL|Accept[ ](?:all[ ])?cookies|Manage[ ](?:cookies|preferences)|Cookie[ ]settings|Back[ ]to[ ]top|Most[ ]read|Most[ ]popular|Trending[ ]now|Listen[ ]to[ ](?:this[ ])?article|Save[ ]article|Print[ ]this[ ]page|Report[ ]an[ ]error|Load[ ]more|Show[ ]comments|View[ ]comments"
    r"|Anzeige|ANZEIGE|WERBUNG|Werbung"
    r")(?![\w-])[ ]?[:|•·]?"
)
"""Words of a button, a menu or a notice of the page. The last line of single words counts only where nothing follows but another piece."""

LABEL_LINE = re.compile(
    rf"(?:{LABEL.pattern}|[ ]|{_NETWORK}|Teilen|Merken|Drucken|Kommentieren|Kommentare|Speichern|Vorlesen|Anhören|Folgen|Newsletter|Abonnieren|Anmelden|Suche|Menü|Startseite|Impressum|Datenschutz|AGB|Kontakt|Login|"
    r"Share|Print|Save|Follow|Subscribe|Comments|Comment|Menu|Search|Home|Email|Link kopieren|[|•·/,>–-])+[.!]?"
)
"""A line that is nothing but such words."""

NOTICE = re.compile(
    r"(?:Sie|Du|du|Ihre[nrm]?|[Dd]eine[nrm]?)\b[^.!?]{0,80}\b(?:Newsletter|E-Mail-Adresse|Postfach|Cookies?|Einwilligung|Zustimmung|Datenschutz(?:erklärung|einstellungen)?|Adblocker|Werbeblocker|Browser|Push-Nachrichten|Abonnement)\b"
    r"|\b(?:Newsletter|E-Mail-Adresse|Cookies?|Werbeblocker|Adblocker|Push-Nachrichten)\b[^.!?]{0,60}\b(?:(?:abonnieren|bestellen|zustimmen|akzeptieren|aktivieren|deaktivieren)[ ]Sie|Sie[ ](?:bitte|hier|jetzt|sich))\b"
    r"|(?:Melden|Registrieren|Loggen)[ ]Sie[ ]sich[ ](?:hier|jetzt|kostenlos|bitte|an|ein)\b|Bitte[ ](?:aktivieren|deaktivieren|akzeptieren|melden|loggen|laden)[ ]Sie\b|Um[ ](?:diesen|den|dieses|das)[ ](?:Inhalt|Artikel|Text|Video|Beitrag)[^.!?]{0,40}(?:zu[ ](?:lesen|sehen|nutzen|kommentieren)|anzuzeigen|abzuspielen|weiterzulesen|anzusehen|darzustellen)\b"
    r"|An[ ]dieser[ ]Stelle[ ](?:finden|findest|sehen)[ ](?:Sie|du)\b|(?:[Dd]iese|[Uu]nsere)[ ](?:Website|Webseite|Seite|Internetseite)[ ](?:verwendet|nutzt|benutzt)[ ]Cookies|Wir[ ](?:verwenden|nutzen|benötigen)[ ](?:Cookies|Ihre[ ]Zustimmung)|Alle[ ]Rechte[ ]vorbehalten|personenbezogene[ ]Daten[ ]an[ ]Drittplattformen"
    r"|(?:Sie[ ](?:werden|wollen|möchten)|Möchten[ ]Sie|Wollen[ ]Sie)[^.!?]{0,80}(?:benachrichtigt|informiert)[ ]werden|(?:Jetzt|Hier)[ ](?:zum|für[ ]den|unseren)[^.!?]{0,40}Newsletter[ ](?:anmelden|abonnieren|bestellen)"
    r"|This[ ](?:site|website|page|feature)[ ](?:uses|requires)[ ](?:cookies|JavaScript)|[Ww]e[ ]use[ ]cookies|[Yy]our[ ](?:inbox|browser|email[ ]address|cookie[ ]preferences|privacy)|[Ss]ign[ ]up[ ](?:for|to)[ ](?:our|the|get)|[Ss]ubscribe[ ]to[ ](?:our|the)|All[ ]rights[ ]reserved|[Pp]lease[ ](?:enable|disable|sign[ ]in|log[ ]in)|By[ ](?:signing[ ]up|clicking|continuing)[^.!?]{0,60}\b(?:you|agree)\b"
)
"""A sentence by which the page speaks to its visitor."""

NOTICE_HINTS = (
    "newsletter", "e-mail", "postfach", "cookie", "einwilligung", "zustimmung", "datenschutz", "blocker", "browser", "push-nachricht", "abonnement", "benachrichtigt",
    "informiert werden", "melden sie", "registrieren sie", "loggen sie", "bitte ", "um dies", "um den ", "um das ", "an dieser stelle", "vorbehalten", "drittplattform", "inbox", "javascript",
    "email address", "privacy", "sign up", "subscribe", "rights reserved", "please ", "by signing", "by clicking", "by continuing",
)  # fmt: skip
"""Lower case; a text with none of these holds no notice."""

RIGHTS = re.compile(r"(?:©|Copyright)[^\n]*(?:[Rr]echte vorbehalten|[Rr]ights reserved)")
"""The line at the foot of a page."""

TORN = re.compile(
    r"(?:per[ ](?:E-Mail|Push)|benachrichtigt|informiert|abonnier|Newsletter|Cookie|Datenschutz|Einwilligung|Zustimmung|zustimmen|akzeptier|anmelden|angemeldet|registrier|Kommentar|weiterlesen|teilen|by[ ]email|newsletter|inbox|cookies|subscribe|sign[ ]up)"
)
"""What a sentence speaks of that was torn off before its beginning, when it is no sentence of the article."""

KINDS_OF_NAMES = frozenset(
    """Partei Zeitung Tageszeitung Wochenzeitung Zeitschrift Magazin Nachrichtenmagazin Wochenmagazin Blatt Band Film Spielfilm Serie Fernsehserie Buch Roman Sender Sendung Stück Theaterstück Oper Song Lied Album Gruppe
    Fraktion Bündnis Projekt Titel Motto Ausstellung Initiative Verein Kampagne Netzwerk Portal Band Komödie Dokumentation Reihe Podcast Gemälde Spiel Hotel Restaurant newspaper magazine film movie series book novel show band play album song website""".split()
)
"""Behind one of these a capital article may belong to a name ("die Partei Die Linke")."""

NAMES_WITH_ARTICLE = frozenset(
    """Die Linke|Die Linken|Die Grünen|Die Zeit|Die Welt|Die Presse|Die Partei|Die PARTEI|Die Basis|Die Mitte|Die Tageszeitung|Die Toten|Die Ärzte|Der Spiegel|Der Standard|Der Tagesspiegel|Der Freitag
    |Das Erste|Das Boot|Den Haag|Den Haags|In Flames|Am Rhein|The New|The Guardian|The Times|The Hague|The Washington|The Wall|The Economist|The Beatles|The Daily|The Associated|The Atlantic|The Nation|The Next""".replace(
        "\n    ", ""
    ).split("|")
)
"""Names whose article is part of them."""
