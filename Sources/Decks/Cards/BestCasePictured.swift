import Planning

extension BuiltInDeck {
    static let bestCasePictured = BuiltInDeck(
        "best-case-pictured", for: .onePerson, kinds: [.reflection],
        english: DeckWords(
            title: "The best case, pictured",
            about: "For you alone: looking at what might go well, in detail.",
            prompts: """
                It is a year from now and it went well. What do you see out of the window?
                Which ordinary morning would tell you that it has worked?
                What are you no longer worrying about in that picture?
                Who sits at the table that does not sit there yet?
                What did you do more often to get here?
                Which conversation went better than you thought it could?
                Describe the room you sit in, in the best version of next spring.
                What did you dare to ask for?
                What does a weekend look like when things are good?
                Which couple, family or friendship do you look up to, and what exactly do you see there?
                What do the two of you laugh about in five years?
                Which fear did you keep for too long, seen from there?
                What has stayed the same, thank goodness?
                Write the postcard you would send from that summer.
                What do your friends say about how you have become?
                Which talent of yours finally gets its place?
                What did you let go of on the way?
                How do you fall asleep in the best case?
                What is the smallest piece of this picture you could have this week?
                And if it comes differently, what would still be a good life?
                """),
        german: DeckWords(
            title: "Der beste Fall, ausgemalt",
            about: "Nur für dich: genau hinschauen, was gut ausgehen könnte.",
            prompts: """
                Ein Jahr ist um, es ist gut gegangen. Was siehst du aus dem Fenster?
                An welchem gewöhnlichen Morgen würdest du merken, dass es gelungen ist?
                Worüber machst du dir auf diesem Bild keine Gedanken mehr?
                Wer sitzt mit am Tisch, der jetzt noch nicht da ist?
                Was hast du öfter getan, um dorthin zu kommen?
                Welches Gespräch lief besser, als du für möglich gehalten hättest?
                Beschreib das Zimmer, in dem du im besten nächsten Frühling sitzt.
                Worum hast du dich zu bitten getraut?
                Wie sieht ein Wochenende aus, wenn alles gut ist?
                Welches Paar, welche Familie, welche Freundschaft bewunderst du, und was genau siehst du da?
                Worüber lacht ihr beide in fünf Jahren?
                Welche Angst hast du, von dort aus gesehen, zu lange behalten?
                Was ist zum Glück geblieben, wie es war?
                Schreib die Karte, die du aus jenem Sommer schicken würdest.
                Was sagen deine Freunde, wie du geworden bist?
                Welche deiner Begabungen bekommt endlich ihren Platz?
                Was hast du unterwegs zurückgelassen?
                Wie schläfst du im besten Fall ein?
                Welches kleinste Stück davon könntest du schon diese Woche haben?
                Und falls es anders kommt: Was wäre immer noch ein gutes Leben?
                """))
}
