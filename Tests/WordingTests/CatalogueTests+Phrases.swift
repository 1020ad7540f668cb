import CivilTime
import Decks
import Foundation
import Planning
import Testing
@testable import Wording

/// Every phrase of the catalogue, filled in.
extension CatalogueTests {
    /// Every phrase as each language says it. A phrase that one language lacks does not compile.
    static var phrases: [(name: String, english: String, german: String)] {
        var found: [(name: String, english: String, german: String)] = []
        let (a, b) = (marks[0], marks[1])
        func add<W>(_ name: String, _ words: (W, W), _ say: (W) -> String) {
            found.append((name, say(words.0), say(words.1)))
        }
        let dates: (any DateWords, any DateWords) = (EnglishDateWords(), GermanDateWords())
        add("today", dates) { $0.today(a) }
        add("tomorrow", dates) { $0.tomorrow(a) }
        add("yesterday", dates) { $0.yesterday(a) }
        add("on", dates) { $0.on(a, b) }
        add("now", dates) { $0.now }
        for unit in TimeUnit.allCases {
            for count in [1, 2] { add("ahead \(unit) \(count)", dates) { $0.ahead(count, unit) } }
        }
        let nudges: (any NudgeWords, any NudgeWords) = (EnglishNudgeWords(), GermanNudgeWords())
        for kind in Kind.allCases { add("title \(kind)", nudges) { $0.title(kind) } }
        add("counted", nudges) { $0.counted(a, b) }
        add("ahead", nudges) { $0.ahead(a, b) }
        add("late", nudges) { $0.late(a) }
        add("your time", nudges) { $0.yourTime(a, b) }
        add("takes", nudges) { $0.takes(a) }
        add("about", nudges) { $0.about(a) }
        add("an hour", nudges) { $0.anHour }
        add("earlier", nudges) { $0.earlier(a) }
        add("later", nudges) { $0.later(a) }
        add("shifted", nudges) { $0.shifted(a) }
        add("gathered title", nudges) { $0.gatheredTitle }
        add("gathered opening", nudges) { $0.gatheredOpening }
        add("more", nudges) { $0.more(4) }
        add("from a jar", nudges) { $0.fromJar(a) }
        add("a jar runs out", nudges) { $0.jarRunsOut(a) }
        let decks: (any DeckVocabulary, any DeckVocabulary) = (EnglishDeckVocabulary(), GermanDeckVocabulary())
        for audience in Audience.allCases { add("deck for \(audience)", decks) { $0.audience(audience) } }
        add("delicate", decks) { $0.delicate }
        add("opt in", decks) { $0.optIn }
        add("format", decks) { $0.format }
        add("decks", decks) { $0.decksHeading }
        add("agendas", decks) { $0.agendasHeading }
        add("invitation title", nudges) { $0.invitationTitle(a, b) }
        add("invitation body", nudges) { $0.invitationBody(a, b) }
        for answer in NudgeAnswer.allCases { add("button \(answer)", nudges) { $0.button(answer) } }
        add("seen", nudges) { $0.seen }
        add("test title", nudges) { $0.testTitle }
        add("test body", nudges) { $0.testBody(a) }
        add("mistakes title", nudges) { $0.mistakesTitle }
        for count in [1, 2] { add("mistakes \(count)", nudges) { $0.mistakesBody(count) } }
        let status: (any StatusWords, any StatusWords) = (EnglishStatusWords(), GermanStatusWords())
        add("next", status) { $0.next(a) }
        add("nothing", status) { $0.nothing }
        for count in [1, 2] { add("rituals \(count)", status) { $0.rituals(count) } }
        add("all delivered", status) { $0.allDelivered }
        add("failing", status) { $0.failing(a) }
        add("since", status) { $0.since(a, b) }
        add("keeps failing", status) { $0.keepsFailing(a, b, 4) }
        for count in [1, 2] { add("new mistakes \(count)", status) { $0.mistakes(count) } }
        add("clock behind", status) { $0.clockBehind }
        add("clock ahead", status) { $0.clockAhead }
        add("record refuses", status) { $0.recordRefuses }
        let forgetting: (any ForgetWords, any ForgetWords) = (EnglishForgetWords(), GermanForgetWords())
        add("still named", forgetting) { $0.stillNamed(a) }
        add("once gone", forgetting) { $0.onceGone(a) }
        add("still in force", forgetting) { $0.stillInForce(a) }
        add("reload", forgetting) { $0.reload }
        add("no name", forgetting) { $0.noName }
        add("say a name", forgetting) { $0.sayName }
        add("nothing of", forgetting) { $0.nothing(a) }
        for count in [1, 2] {
            add("gone \(count)", forgetting) { $0.gone(a, count) }
            add("written \(count)", forgetting) { $0.written(count, a) }
        }
        for place in EnglishForgetWords().traces.indices { add("traces \(place)", forgetting) { $0.traces[place] } }
        add("forget later", forgetting) { $0.later(a) }
        add("forget later, taken back", forgetting) { $0.takenBack }
        add("forget later, not asked", forgetting) { $0.notAsked }
        add("is to be forgotten", forgetting) { $0.isLater(a) }
        add("is there", forgetting) { $0.isThere(a) }
        add("kept for", forgetting) { $0.kept(a) }
        return found + commands(a, b) + wishes(a, b) + introductions(a, b) + accounts(a, b)
            + ProgramWordsTests.phrases(a, b)
    }

    static func wishes(_ a: String, _ b: String) -> [(name: String, english: String, german: String)] {
        let (english, german) = (EnglishWishWords(), GermanWishWords())
        var found: [(name: String, english: String, german: String)] = []
        func add(_ name: String, _ say: (any WishWords) -> String) { found.append((name, say(english), say(german))) }
        for title in [nil, a] {
            add("stopped") { $0.stopped(title, b) }
            add("started") { $0.started(title) }
            add("not stopped") { $0.notStopped(title) }
            add("paused") { $0.paused(title) }
            add("is stopped") { $0.isStopped(title, b) }
            add("is paused") { $0.isPaused(title) }
        }
        add("started within all") { $0.startedWithinAll(a) }
        add("resumed") { $0.resumed }
        add("not paused") { $0.notPaused }
        add("muted") { $0.muted(a) }
        add("unmuted") { $0.unmuted(a) }
        add("not muted") { $0.notMuted(a) }
        add("muted within") { $0.mutedWithin(a, b, "7") }
        add("muted in part") { $0.mutedInPart(a, b, "7") }
        add("is muted") { $0.isMuted(a) }
        add("no wishes") { $0.noWishes }
        for isInForce in [true, false] { add("agreed \(isInForce)") { $0.agreed(a, isInForce) } }
        add("disagreed") { $0.disagreed(a) }
        add("nothing to agree") { $0.nothingToAgree }
        add("escalation") { $0.escalation(a, b, "4", "7") }
        add("in force") { $0.inForce(a) }
        add("waits for the other") { $0.waitsForTheOther(a) }
        add("waits for you") { $0.waitsForYou(a) }
        add("unagreed") { $0.unagreed(a, b, "7") }
        add("everything stopped") { $0.everythingStopped }
        add("start everything") { $0.startEverything }
        add("bad time") { $0.badTime(a) }
        add("times") { $0.times }
        add("bad dates") { $0.badDates(a) }
        add("dates") { $0.dates }
        add("past") { $0.past(a) }
        add("nothing to agree for") { $0.nothingToAgreeFor(a) }
        return found
    }

    static func introductions(_ a: String, _ b: String) -> [(name: String, english: String, german: String)] {
        let (english, german) = (EnglishIntroductionWords(), GermanIntroductionWords())
        var found: [(name: String, english: String, german: String)] = []
        func add(_ name: String, _ say: (any IntroductionWords) -> String) {
            found.append((name, say(english), say(german)))
        }
        add("title") { $0.title }
        for keeper in [nil, a] { for machine in ["", b] { add("opening") { $0.opening(keeper, machine) } } }
        add("what comes") { $0.whatComes }
        for count in [2, 4] { add("more \(count)") { $0.more(count) } }
        add("stop at any time") { $0.stopAtAnyTime }
        for machine in ["", b] { add("command") { $0.command(a, machine) } }
        add("or reply") { $0.orReply(a) }
        add("reply") { $0.reply(a) }
        add("nobody reads") { $0.nobodyReads }
        for keeper in [nil, a] { add("tell") { $0.tell(keeper) } }
        add("because of a schedule") { $0.becauseOfASchedule }
        return found
    }

    static func accounts(_ a: String, _ b: String) -> [(name: String, english: String, german: String)] {
        let (english, german) = (EnglishAccountWords(), GermanAccountWords())
        var found: [(name: String, english: String, german: String)] = []
        func add(_ name: String, _ say: (any AccountWords) -> String) {
            found.append((name, say(english), say(german)))
        }
        add("of") { $0.of(a, b) }
        add("fell due") { $0.fellDue(a) }
        for reason in WaitReason.allCases { add("waited \(reason)") { $0.waited(reason, a) } }
        add("gathered") { $0.gathered(a) }
        add("delivered") { $0.delivered(a, b) }
        add("not now") { $0.notNow(a, b) }
        add("refused") { $0.refused(a, b) }
        add("may have") { $0.mayHave(a, b) }
        add("out of reach") { $0.outOfReach(a, b) }
        add("under way") { $0.underWay(a, b) }
        add("looked at") { $0.seen(a) }
        add("came again") { $0.cameAgain(a) }
        add("said done") { $0.saidDone(a, b) }
        add("left out") { $0.leftOut(a, b) }
        add("put off") { $0.putOff(a, b, b) }
        for reason in Reason.allCases { add("closed \(reason)") { $0.closed(reason, a) } }
        add("open until") { $0.openUntil(a) }
        add("waits for others") { $0.waitsForOthers(a) }
        add("tried next") { $0.triedNext(a) }
        add("goes out now") { $0.goesOutNow }
        add("comes again") { $0.comesAgain(a) }
        add("held, behind") { $0.clockBehind }
        add("held, ahead") { $0.clockAhead }
        add("comes") { $0.comes(a, b) }
        add("comes after quiet") { $0.comesAfterQuiet(a, b, b) }
        for isDone in [true, false] {
            for isOwn in [true, false] { add("answered ahead \(isDone) \(isOwn)") { $0.answeredAhead(isDone, isOwn) } }
        }
        add("missed") { $0.missed(a, b) }
        add("switched off") { $0.switchedOff }
        add("served elsewhere") { $0.servedElsewhere(a) }
        add("without channels") { $0.withoutChannels(a) }
        add("known since") { $0.knownSince(a) }
        add("not on record") { $0.notOnRecord }
        return found
    }

    static func commands(_ a: String, _ b: String) -> [(name: String, english: String, german: String)] {
        let (english, german) = (EnglishCommandWords(), GermanCommandWords())
        var found: [(name: String, english: String, german: String)] = []
        func add(_ name: String, _ say: (any CommandWords) -> String) {
            found.append((name, say(english), say(german)))
        }
        add("no service") { $0.noService }
        add("running") { $0.running(7, a) }
        add("worked on record") { $0.workedOnRecord(a) }
        add("nothing to come") { $0.nothingToCome }
        add("nothing yet") { $0.nothingYet }
        for when in [nil, b] { add("done") { $0.done(a, when) } }
        add("skipped") { $0.skipped(a, b) }
        add("snoozed") { $0.snoozed(a, b) }
        for count in [1, 2] { add("reloaded \(count)") { $0.reloaded(count) } }
        add("keeps last good") { $0.keepsLastGood }
        add("record unreadable") { $0.recordUnreadable(a) }
        add("no such person") { $0.noSuchPerson(a, b) }
        add("no such channel") { $0.noSuchChannel(a, b) }
        add("no such ritual") { $0.noSuchRitual(a) }
        add("no such occurrence") { $0.noSuchOccurrence(a, b) }
        add("not for") { $0.notFor(a, b) }
        add("who answers") { $0.whoAnswers(a, b) }
        add("say person") { $0.sayPerson(a) }
        add("nothing open") { $0.nothingOpen(a) }
        add("next is") { $0.nextIs(a) }
        add("did you mean") { $0.didYouMean(a) }
        add("snooze too long") { $0.snoozeTooLong(a) }
        add("snooze too short") { $0.snoozeTooShort }
        add("ahead") { $0.ahead(a) }
        for channels in ["", "4"] { add("to") { $0.to(a, b, channels) } }
        add("id") { $0.id(a) }
        add("once more") { $0.onceMore }
        add("than last time") { $0.thanLastTime(a) }
        add("for another") { $0.forAnother(a) }
        add("leave out person") { $0.leaveOutPerson }
        add("shared account") { $0.sharedAccount(a) }
        add("nobody's account") { $0.nobodysAccount }
        add("map account") { $0.mapAccount }
        add("for the keeper") { $0.forTheKeeper }
        add("for the group") { $0.forTheGroup(a) }
        add("join or begin") { $0.joinOrBegin }
        add("open") { $0.open }
        add("delivered and open") { $0.deliveredAndOpen }
        add("passed") { $0.passed }
        add("more") { $0.more(a) }
        add("no such outcome") { $0.noSuchOutcome(a, b) }
        add("no such place") { $0.noSuchPlace(a) }
        add("no such time") { $0.noSuchTime(a, b) }
        add("started") { $0.started(a, 4) }
        add("ended") { $0.ended(4) }
        add("signalled") { $0.signalled(4) }
        add("timed out") { $0.timedOut }
        add("connected") { $0.connected(a) }
        add("said") { $0.said(a) }
        add("found") { $0.found(a) }
        add("numbered") { $0.numbered(4) }
        add("still there") { $0.stillThere }
        let outcomes: [AttemptOutcome] = [
            .delivered(""), .delivered("x"), .transient("x", retryAfter: nil), .permanent("x"), .uncertain("x"),
            .unreachable("x"),
        ]
        for outcome in outcomes { add("tested \(outcome)") { $0.tested(a, b, outcome) } }
        for outcome in Outcome.allCases {
            for reason in Reason.allCases { add("\(outcome), \(reason)") { $0.outcome(outcome, reason) } }
        }
        return found
    }
}
