import Planning

extension BuiltInDeck {
    static let afterASession = BuiltInDeck(
        "after-a-session", for: .couple, kinds: [.checkIn, .reflection],
        english: DeckWords(
            title: "After a session",
            about: "Letting the hour settle: what to keep, what to do, what to leave.",
            prompts: """
                Which sentence from the hour do you want to keep?
                What was hard to hear, and is it still so now?
                Let one night pass. What is left in the morning?
                What was the homework, and when will you do it?
                Where did you feel understood, in the room?
                What would you rather not go on discussing at home?
                Did something surprise you about the other?
                What did you hold back, and shall it come along next time?
                Which word was used that you want to ask about again?
                Be gentle with each other tonight. What would that look like?
                What did you agree on, in one sentence that both would sign?
                Which old hurt was touched, and what does it need now?
                What did you do well in there?
                Is there anything to put right before it hardens?
                Write three key words, date them, put them away.
                When is the next appointment, and who has to arrange what?
                What can you do for your own good today that is not about this?
                Which insight do you want to tell a friend, and which one not?
                What would you tell the counsellor if you could send a line?
                How do you notice, a week later, that the hour was useful?
                """),
        german: DeckWords(
            title: "Nach einer Sitzung",
            about: "Die Stunde nachwirken lassen: was bleibt, was zu tun ist, was liegen darf.",
            prompts: """
                Welchen Satz aus der Stunde willst du behalten?
                Was war schwer zu hören, und ist es das jetzt immer noch?
                Lass eine Nacht vergehen. Was ist am Morgen übrig?
                Was war die Aufgabe bis zum nächsten Mal, und wann machst du sie?
                Wo hast du dich in dem Raum verstanden gefühlt?
                Was möchtest du zu Hause lieber nicht weiter besprechen?
                Hat dich am anderen etwas überrascht?
                Was hast du zurückgehalten, und darf es nächstes Mal mit?
                Nach welchem Begriff willst du noch einmal fragen?
                Geht heute Abend behutsam miteinander um. Wie sähe das aus?
                Worauf habt ihr euch geeinigt? Ein Satz, den beide unterschreiben würden.
                Welche alte Wunde wurde berührt, und was braucht sie jetzt?
                Was hast du dort gut gemacht?
                Gibt es etwas geradezurücken, bevor es fest wird?
                Schreib drei Stichworte auf, setz das Datum darunter und leg sie weg.
                Wann ist der nächste Termin, und wer muss was dafür regeln?
                Was kannst du dir heute Gutes tun, das nichts damit zu tun hat?
                Welche Einsicht erzählst du in einer Freundschaft weiter, und welche nicht?
                Was würdest du der Beratung schreiben, wenn eine Zeile ginge?
                Woran merkst du nach einer Woche, dass die Stunde etwas gebracht hat?
                """))
}
