/// What is said about wishes in one language.
protocol WishWords: Sendable {
    func stopped(_ title: String?, _ again: String) -> String
    func started(_ title: String?) -> String
    func startedWithinAll(_ title: String) -> String
    func notStopped(_ title: String?) -> String
    func paused(_ until: String?) -> String
    var resumed: String { get }
    var notPaused: String { get }
    func muted(_ dates: String) -> String
    func unmuted(_ dates: String) -> String
    func notMuted(_ dates: String) -> String
    /// - Parameter again: What `troth unmute` takes to end it.
    func mutedWithin(_ dates: String, _ whole: String, _ again: String) -> String
    func mutedInPart(_ dates: String, _ part: String, _ again: String) -> String
    func isStopped(_ title: String?, _ again: String) -> String
    func isPaused(_ until: String?) -> String
    func isMuted(_ dates: String) -> String
    var noWishes: String { get }
    func agreed(_ title: String, _ isInForce: Bool) -> String
    func disagreed(_ title: String) -> String
    var nothingToAgree: String { get }
    func optedIn(_ deck: String) -> String
    func optedOut(_ deck: String) -> String
    /// "forgiveness, a delicate deck: comes to you; `troth disagree forgiveness` ends it".
    func delicate(_ deck: String, _ isOwn: Bool) -> String
    /// "Walk: may invite Alex where Sam's stands open for 1 day".
    func escalation(_ title: String, _ invites: String, _ whose: String, _ after: String) -> String
    func inForce(_ id: String) -> String
    func waitsForTheOther(_ id: String) -> String
    func waitsForYou(_ id: String) -> String
    func unagreed(_ title: String, _ people: String, _ id: String) -> String
    var everythingStopped: String { get }
    var startEverything: String { get }
    func badTime(_ text: String) -> String
    var times: String { get }
    func badDates(_ text: String) -> String
    var dates: String { get }
    func past(_ time: String) -> String
    func nothingToAgreeFor(_ ritual: String) -> String
}

struct EnglishWishWords: WishWords {
    func stopped(_ title: String?, _ again: String) -> String {
        (title.map { "stopped: nothing more of \($0) comes to you" } ?? "stopped: nothing more comes to you")
            + ", and nobody is told; `troth start \(again)` begins it again"
    }
    func started(_ title: String?) -> String {
        title.map { "\($0) comes to you again from now on" } ?? "it comes to you again from now on"
    }
    func startedWithinAll(_ title: String) -> String {
        "\(title) alone is not stopped any more, but everything still is; `troth start everything` undoes that"
    }
    func notStopped(_ title: String?) -> String {
        title.map { "\($0) was not stopped" } ?? "not everything was stopped"
    }
    func paused(_ until: String?) -> String {
        "nothing comes to you until " + (until ?? "you say `troth resume`")
            + ", and nothing of it is counted afterwards"
    }
    var resumed: String { "it comes to you again from now on" }
    var notPaused: String { "nothing was paused" }
    func muted(_ dates: String) -> String { "nothing comes to you on \(dates), nor about that time" }
    func unmuted(_ dates: String) -> String { "\(dates): as on any other day" }
    func notMuted(_ dates: String) -> String { "\(dates): was not muted" }
    func mutedWithin(_ dates: String, _ whole: String, _ again: String) -> String {
        "\(dates): still muted, as part of \(whole); `troth unmute \(again)` ends that"
    }
    func mutedInPart(_ dates: String, _ part: String, _ again: String) -> String {
        "\(dates): of that, \(part) is still muted; `troth unmute \(again)` ends that"
    }
    func isStopped(_ title: String?, _ again: String) -> String {
        "stopped: \(title ?? "everything") (`troth start \(again)` begins it again)"
    }
    func isPaused(_ until: String?) -> String { "paused until \(until ?? "you say `troth resume`")" }
    func isMuted(_ dates: String) -> String { "muted: \(dates)" }
    var noWishes: String { "nothing is stopped, paused or muted" }
    func agreed(_ title: String, _ isInForce: Bool) -> String {
        "noted: you agree, for \(title); "
            + (isInForce ? "you both do, so it is in force" : "it is in force once the other person agrees as well")
    }
    func disagreed(_ title: String) -> String { "noted: you do not agree, for \(title); nobody is invited" }
    var nothingToAgree: String { "nothing asks for your agreement" }
    func optedIn(_ deck: String) -> String {
        "noted: the deck `\(deck)` comes to you, and to nobody else for that; `troth disagree \(deck)` ends it"
    }
    func optedOut(_ deck: String) -> String { "noted: the deck `\(deck)` does not come to you; nobody is told" }
    func delicate(_ deck: String, _ isOwn: Bool) -> String {
        isOwn
            ? "`\(deck)`, a delicate deck: comes to you; `troth disagree \(deck)` ends it"
            : "`\(deck)`, a delicate deck: does not come to you unless you say `troth agree \(deck)`"
    }
    func escalation(_ title: String, _ invites: String, _ whose: String, _ after: String) -> String {
        "\(title), of \(whose): may invite \(invites) as well, \(after) after its time"
    }
    func inForce(_ id: String) -> String { "in force; `troth disagree \(id)` ends it" }
    func waitsForTheOther(_ id: String) -> String {
        "you agree, the other person has not said so; `troth disagree \(id)` takes it back"
    }
    func waitsForYou(_ id: String) -> String { "nothing happens unless you say `troth agree \(id)`" }
    func unagreed(_ title: String, _ people: String, _ id: String) -> String {
        "\(title) invites nobody until \(people) have each said `troth agree \(id)`"
    }
    var everythingStopped: String { "everything is stopped" }
    var startEverything: String { "`troth start everything` undoes that" }
    func badTime(_ text: String) -> String { "no time that is understood: `\(text)`" }
    var times: String { "such as 2026-12-24, 2026-12-24T18:00 or \"2 weeks\"" }
    func badDates(_ text: String) -> String { "no date that is understood: `\(text)`" }
    var dates: String { "such as 2026-12-24, or 2026-12-24..2026-12-26" }
    func past(_ time: String) -> String { "that time has passed (\(time))" }
    func nothingToAgreeFor(_ ritual: String) -> String { "`\(ritual)` needs nobody's agreement" }
}

struct GermanWishWords: WishWords {
    func stopped(_ title: String?, _ again: String) -> String {
        (title.map { "beendet: von \($0) bekommst du nichts mehr" } ?? "beendet: du bekommst nichts mehr")
            + ", und niemand erfährt es; mit `troth start \(again)` geht es wieder los"
    }
    func started(_ title: String?) -> String {
        title.map { "\($0) kommt ab jetzt wieder zu dir" } ?? "ab jetzt kommt es wieder zu dir"
    }
    func startedWithinAll(_ title: String) -> String {
        "\(title) ist für sich nicht mehr beendet, aber weiterhin alles; `troth start everything` macht das rückgängig"
    }
    func notStopped(_ title: String?) -> String {
        title.map { "\($0) war nicht beendet" } ?? "es war nicht alles beendet"
    }
    func paused(_ until: String?) -> String {
        "zu dir kommt nichts, bis " + (until ?? "du `troth resume` sagst") + ", und danach wird nichts davon aufgezählt"
    }
    var resumed: String { "ab jetzt kommt es wieder zu dir" }
    var notPaused: String { "es war keine Pause" }
    func muted(_ dates: String) -> String { "\(dates): da kommt nichts zu dir, auch vorher nichts dazu" }
    func unmuted(_ dates: String) -> String { "\(dates): wie an jedem anderen Tag" }
    func notMuted(_ dates: String) -> String { "\(dates): war nicht stumm" }
    func mutedWithin(_ dates: String, _ whole: String, _ again: String) -> String {
        "\(dates): weiterhin stumm, im Zeitraum \(whole); mit `troth unmute \(again)` hört das auf"
    }
    func mutedInPart(_ dates: String, _ part: String, _ again: String) -> String {
        "\(dates): davon ist \(part) weiterhin stumm; mit `troth unmute \(again)` hört das auf"
    }
    func isStopped(_ title: String?, _ again: String) -> String {
        "beendet: \(title ?? "alles") (mit `troth start \(again)` geht es wieder los)"
    }
    func isPaused(_ until: String?) -> String { "Pause, bis \(until ?? "du `troth resume` sagst")" }
    func isMuted(_ dates: String) -> String { "stumm: \(dates)" }
    var noWishes: String { "nichts ist beendet, in Pause oder stumm" }
    func agreed(_ title: String, _ isInForce: Bool) -> String {
        "notiert: du stimmst zu, bei \(title); "
            + (isInForce ? "ihr beide, also gilt es" : "es gilt, sobald auch die andere Person zustimmt")
    }
    func disagreed(_ title: String) -> String { "notiert: du stimmst nicht zu, bei \(title); niemand wird eingeladen" }
    var nothingToAgree: String { "nichts braucht deine Zustimmung" }
    func optedIn(_ deck: String) -> String {
        "notiert: der Kartensatz `\(deck)` kommt zu dir, und deshalb zu niemandem sonst; "
            + "mit `troth disagree \(deck)` hört es auf"
    }
    func optedOut(_ deck: String) -> String {
        "notiert: der Kartensatz `\(deck)` kommt nicht zu dir; niemand erfährt es"
    }
    func delicate(_ deck: String, _ isOwn: Bool) -> String {
        isOwn
            ? "`\(deck)`, ein behutsamer Kartensatz: kommt zu dir; mit `troth disagree \(deck)` hört es auf"
            : "`\(deck)`, ein behutsamer Kartensatz: kommt nur zu dir, wenn du `troth agree \(deck)` sagst"
    }
    func escalation(_ title: String, _ invites: String, _ whose: String, _ after: String) -> String {
        "\(title), von \(whose): darf auch \(invites) einladen, \(after) nach der Zeit"
    }
    func inForce(_ id: String) -> String { "gilt; `troth disagree \(id)` beendet es" }
    func waitsForTheOther(_ id: String) -> String {
        "du stimmst zu, die andere Person hat es noch nicht gesagt; `troth disagree \(id)` nimmt es zurück"
    }
    func waitsForYou(_ id: String) -> String { "es geschieht nichts, außer du sagst `troth agree \(id)`" }
    func unagreed(_ title: String, _ people: String, _ id: String) -> String {
        "\(title) lädt niemanden ein, bis \(people) jeweils `troth agree \(id)` gesagt haben"
    }
    var everythingStopped: String { "alles ist beendet" }
    var startEverything: String { "`troth start everything` macht das rückgängig" }
    func badTime(_ text: String) -> String { "keine Zeit, die sich lesen lässt: `\(text)`" }
    var times: String { "etwa 2026-12-24, 2026-12-24T18:00 oder \"2 weeks\"" }
    func badDates(_ text: String) -> String { "kein Datum, das sich lesen lässt: `\(text)`" }
    var dates: String { "etwa 2026-12-24 oder 2026-12-24..2026-12-26" }
    func past(_ time: String) -> String { "diese Zeit ist vorbei (\(time))" }
    func nothingToAgreeFor(_ ritual: String) -> String { "`\(ritual)` braucht keine Zustimmung" }
}
