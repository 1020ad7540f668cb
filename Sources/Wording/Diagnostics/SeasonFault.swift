/// What is wrong with a season, or with somebody's being away.
public enum SeasonFault: Sendable, Hashable {
    case endsBeforeItBegins
    /// One date has a year and the other has none.
    case yearInOneOnly
    case overlapsStay
    case changesNothing(String)
    case noChange(String)
    /// A ritual that is counted from the last time can rest, but not come at other times.
    case changesCadence(String)
    case awayShape

    var english: String {
        switch self {
        case .endsBeforeItBegins: "this ends before it begins"
        case .yearInOneOnly: "one of the two dates has a year, the other has none"
        case .overlapsStay: "this begins before the one above it ends"
        case .changesNothing(let id): "the season `\(id)` changes nothing"
        case .noChange(let id): "nothing is said of how `\(id)` changes"
        case .changesCadence(let id): "`\(id)` is counted from when it was done, so it has no other times"
        case .awayShape: "`away` takes a list of times elsewhere"
        }
    }

    var englishHint: String? {
        switch self {
        case .endsBeforeItBegins: "make `until` later"
        case .yearInOneOnly: "write both as `2026-12-01`, or both as `12-01` to have it every year"
        case .overlapsStay: "let each `from` be later than the `until` before it"
        case .changesNothing(let id): "add `[season.\(id).change.RITUAL]` with `every = \"…\"` or `on = false`"
        case .noChange: "add `every = \"…\"`, another rule, `at = \"…\"` or `on = false`"
        case .changesCadence: "write `on = false` to let it rest"
        case .awayShape: "write `away = [{ from = 2026-12-01, until = 2026-12-14, timezone = \"Asia/Tokyo\" }]`"
        }
    }

    var german: String {
        switch self {
        case .endsBeforeItBegins: "das endet, bevor es anfängt"
        case .yearInOneOnly: "eines der beiden Daten hat ein Jahr, das andere keines"
        case .overlapsStay: "das beginnt, bevor das darüber endet"
        case .changesNothing(let id): "die Zeit `\(id)` ändert nichts"
        case .noChange(let id): "es steht nicht da, wie sich `\(id)` ändert"
        case .changesCadence(let id): "`\(id)` zählt vom letzten Mal an und hat deshalb keine anderen Zeiten"
        case .awayShape: "`away` ist eine Liste von Zeiten anderswo"
        }
    }

    var germanHint: String? {
        switch self {
        case .endsBeforeItBegins: "leg `until` später"
        case .yearInOneOnly: "schreib beide wie `2026-12-01`, oder beide wie `12-01`, dann gilt es jedes Jahr"
        case .overlapsStay: "jedes `from` liegt nach dem `until` davor"
        case .changesNothing(let id): "ergänze `[season.\(id).change.RITUAL]` mit `every = \"…\"` oder `on = false`"
        case .noChange: "ergänze `every = \"…\"`, eine andere Regel, `at = \"…\"` oder `on = false`"
        case .changesCadence: "schreib `on = false`, dann ruht es"
        case .awayShape: "schreib `away = [{ from = 2026-12-01, until = 2026-12-14, timezone = \"Asia/Tokyo\" }]`"
        }
    }
}
