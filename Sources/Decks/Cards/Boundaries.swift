import Planning

extension BuiltInDeck {
    static let boundaries = BuiltInDeck(
        "boundaries", for: .couple, kinds: [.checkIn, .reflection],
        english: DeckWords(
            title: "Boundaries",
            about: "What each of you wants and does not want, so that a yes is a real one.",
            prompts: """
                Where did you say yes lately and mean no?
                Which touch is welcome at any time, and which one only when asked?
                What is yours alone, and may stay so without explanation?
                When do you need to be left in peace, and how will I see it?
                Which topics do you not want discussed in front of others?
                How do we handle it when one of us wants to talk and the other cannot yet?
                What may our friends and families know about us, and what not?
                Which tone of voice makes you close up?
                Where does help turn into meddling, for you?
                What do you want to be asked about before it is posted or shown to anybody?
                How late is too late for a serious conversation?
                What does your work not get to have from our evenings?
                Which no of mine was hard to hear, and what would have made it easier?
                When did you feel that a limit of yours was honoured?
                What do you not lend, not even to me?
                In a quarrel, which sentences are off the table for good?
                Is there a limit you drew once and no longer need?
                How shall a guest, a parent or a neighbour learn where our door closes?
                What would you stop doing tomorrow if nobody minded?
                How can I remind you of my limit without either of us losing face?
                """),
        german: DeckWords(
            title: "Grenzen",
            about: "Was ihr wollt und was nicht, damit ein Ja ein echtes Ja ist.",
            prompts: """
                Wo hast du neulich Ja gesagt und Nein gemeint?
                Welche Berührung ist immer willkommen, welche nur nach einer Frage?
                Was gehört dir allein und darf ohne Erklärung so bleiben?
                Wann brauchst du deine Ruhe, und woran erkenne ich das?
                Welche Themen sollen nicht vor anderen Leuten auf den Tisch?
                Einer will reden, der andere kann noch nicht: Wie machen wir das?
                Was dürfen Freunde und Familie über uns wissen, und was nicht?
                Bei welchem Tonfall machst du zu?
                Ab wann wird Hilfe für dich zur Einmischung?
                Wonach willst du gefragt werden, bevor es jemand herumzeigt oder ins Netz stellt?
                Ab welcher Uhrzeit ist es für ernste Gespräche zu spät?
                Was bekommt die Arbeit von unseren Abenden nicht?
                Welches Nein von mir war schwer zu hören, und was hätte es leichter gemacht?
                Wann hast du gemerkt, dass eine Grenze von dir geachtet wurde?
                Was verleihst du nicht, nicht einmal an mich?
                Welche Sätze haben im Streit ein für alle Mal nichts verloren?
                Gibt es eine Grenze, die du früher brauchtest und heute nicht mehr?
                Wie erfahren Besuch, Eltern oder Nachbarn, wo unsere Tür zugeht?
                Womit würdest du morgen aufhören, wenn es keinen störte?
                Wie erinnere ich dich an meine Grenze, ohne dass jemand das Gesicht verliert?
                """))
}
