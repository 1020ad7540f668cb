/// Everything that comes with Troth to draw from.
public enum Library {
    /// The decks, in the order in which they are listed: for everybody first, for one person alone last.
    public static let decks: [BuiltInDeck] = [
        .appreciationSmallThings, .checkInFeelings, .listeningAndIStatements, .smallSteps, .dailyMinutes, .tableTalk,
        .memoriesAndTraditions, .lookingBack,
        .needsAndExpectations, .money, .boundaries, .opennessAndPrivacy, .longDistanceCall, .dateIdeas, .smallGestures,
        .loveLetters, .hopesAndDreams, .repairAndCaringActs, .appreciationAfterHurt, .beforeASession, .afterASession,
        .withAChild, .friendsKeepInTouch,
        .keepingPromises, .whatBuiltTrustToday, .selfCare, .selfWorth, .bestCasePictured, .attachmentAndCoreFears,
        .unsentLetters, .benefitOfTheDoubt, .forgiveness,
    ]

    public static func deck(_ name: String) -> BuiltInDeck? { decks.first { $0.name == name } }

    public static func agenda(_ name: String) -> Agenda? { Agenda.all.first { $0.name == name } }
}
