import Planning

extension BuiltInDeck {
    static let appreciationSmallThings = BuiltInDeck(
        "appreciation-small-things", for: .anyone, kinds: [.appreciation, .checkIn, .reflection],
        english: DeckWords(
            title: "Appreciation: small things",
            about: "Something small that somebody did or is, noticed and said.",
            prompts: """
                What did somebody close to you do today that made your day a little easier?
                Which habit of theirs would you miss if it were gone?
                Thank someone for a chore that usually goes unmentioned.
                When did somebody make you laugh this week, and what about?
                Name one thing you learned from watching someone you love.
                What did somebody remember lately that you had half forgotten?
                Say what you like about the way they greet you.
                Which of their jokes do you secretly look forward to?
                What do they do with more patience than you?
                Think of a meal, a cup or a snack that was handed to you: who thought of it?
                Tell someone which small sound of theirs means home to you.
                What did they do lately although they were tired?
                Whose advice turned out well, and have you told them?
                What do you admire in how they treat people who can do nothing for them?
                Pick a photograph of them and say what you like in it.
                What are they good at without noticing?
                Which ordinary minute of yesterday would you keep?
                Who waited for you lately, and how did that feel?
                What has someone taught you with their hands rather than with words?
                Finish the sentence: I am glad that you are the one who…
                """),
        german: DeckWords(
            title: "Wertschätzung: kleine Dinge",
            about: "Etwas Kleines, das jemand getan hat oder ist, bemerkt und ausgesprochen.",
            prompts: """
                Was hat dir heute jemand aus deinem Umfeld ein Stückchen leichter gemacht?
                Welche Angewohnheit würde dir fehlen, wenn es sie nicht mehr gäbe?
                Bedank dich für eine Arbeit im Haus, die sonst niemand erwähnt.
                Worüber hast du diese Woche mit jemandem gelacht?
                Was hast du dir bei einem lieben Menschen abgeschaut?
                Woran hat jemand gedacht, das dir schon fast entfallen war?
                Sag, was du an der Begrüßung magst, die du nach Hause kommend hörst.
                Auf welchen immer gleichen Witz freust du dich insgeheim?
                Wobei bringt jemand mehr Geduld auf als du?
                Ein Teller, eine Tasse, ein Apfel zwischendurch: Wer hat da an dich gedacht?
                Verrate, welches kleine Geräusch für dich nach Zuhause klingt.
                Was hat jemand neulich trotz Müdigkeit noch gemacht?
                Wessen Rat war gut, und weiß die Person das schon?
                Was beeindruckt dich daran, wie jemand mit Leuten umgeht, von denen nichts zu erwarten ist?
                Such ein Foto heraus und erzähl, was du darauf gern siehst.
                Was kann jemand richtig gut, ohne es selbst zu merken?
                Welche ganz normale Minute von gestern möchtest du behalten?
                Wer hat neulich auf dich gewartet, und wie war das?
                Was hat dir jemand mit den Händen beigebracht statt mit Worten?
                Vollende den Satz: Ich bin froh, dass ausgerechnet du …
                """))
}
