import Planning

extension BuiltInDeck {
    static let opennessAndPrivacy = BuiltInDeck(
        "openness-and-privacy", for: .couple, kinds: [.checkIn, .reflection],
        english: DeckWords(
            title: "Openness and privacy",
            about: "Honesty that helps, and the difference between what is private and what is kept secret.",
            prompts: """
                What would you like to tell me that has simply not come up yet?
                Where is the line, for you, between keeping something private and keeping it from me?
                Which question do you hope I will not ask, and what would make it easier to answer?
                What do you need in order to tell me bad news early?
                Which truth did you hear gently, and how was it done?
                What do we both have a right to know, without having to ask?
                What small thing did you smooth over this week?
                When does openness feel like being questioned?
                Which friendship of yours would you like me to know better?
                What do you tell a friend that you do not tell me, and is that all right for both of us?
                How honest do you want me to be about a gift, a haircut, a plan?
                What is a promise about telling that you can really keep?
                Have I changed my mind about something you still count on?
                Which thought of yours needs to stay yours for a while?
                What would you rather hear from me than from somebody else?
                How do we speak about an ex, a crush, an old story?
                Which silence between us is a good one?
                What did you find out about yourself that I might not know?
                When I ask “Is something wrong?”, which answer would be true most often?
                What has become easier to say than it was a year ago?
                """),
        german: DeckWords(
            title: "Offenheit und Privates",
            about: "Ehrlichkeit, die hilft, und der Unterschied zwischen privat und verheimlicht.",
            prompts: """
                Was möchtest du mir erzählen, das bisher einfach nicht dran war?
                Wo endet für dich das Private, und wo fängt Verheimlichen an?
                Bei welcher Frage hoffst du, dass sie nicht kommt? Was würde die Antwort leichter machen?
                Was brauchst du, um mir Unangenehmes früh zu sagen?
                Welche Wahrheit kam behutsam bei dir an, und wie ging das?
                Was dürfen wir beide wissen, ohne danach fragen zu müssen?
                Welche Kleinigkeit hast du diese Woche schöngeredet?
                Wann fühlt sich Offenheit an wie ein Verhör?
                Welche deiner Freundschaften soll ich besser kennenlernen?
                Was erzählst du Freunden und nicht mir, und ist das für uns beide in Ordnung?
                Geschenk, Frisur, Urlaubsidee: Wie ehrlich hättest du mich gern?
                Welche Zusage übers Erzählen kannst du wirklich halten?
                Habe ich meine Meinung zu etwas geändert, worauf du noch zählst?
                Welcher Gedanke muss eine Weile nur deiner bleiben?
                Was hörst du lieber von mir als von jemand anderem?
                Wie reden wir über Verflossene, Schwärmereien, alte Geschichten?
                Welches Schweigen zwischen uns ist ein gutes?
                Was hast du über dich herausgefunden, das ich vielleicht nicht weiß?
                Ich frage: „Ist was?“ Welche Antwort wäre meistens die wahre?
                Was geht dir heute leichter über die Lippen als vor einem Jahr?
                """))
}
