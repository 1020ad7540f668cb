/// What is wrong with a repair's steps.
public enum RepairFault: Sendable, Hashable {
    case stepsShape
    case stepWithoutWords
    /// A time of day goes with days, not with hours.
    case timeOfDayOfHours

    var english: String {
        switch self {
        case .stepsShape: "`steps` takes a list of tables"
        case .stepWithoutWords: "this step says nothing"
        case .timeOfDayOfHours: "a time of day goes with days from the beginning, not with hours"
        }
    }

    var englishHint: String? {
        switch self {
        case .stepsShape: "write `[[repair.ID.steps]]` for each, with `after` and `do`"
        case .stepWithoutWords: "add `do = \"talk\"`, or a `title` of your own"
        case .timeOfDayOfHours: "write `after = \"1 day\"`, or leave `at` out"
        }
    }

    var german: String {
        switch self {
        case .stepsShape: "`steps` ist eine Liste von Tabellen"
        case .stepWithoutWords: "dieser Schritt sagt nichts"
        case .timeOfDayOfHours: "eine Uhrzeit passt zu Tagen seit dem Beginn, nicht zu Stunden"
        }
    }

    var germanHint: String? {
        switch self {
        case .stepsShape: "schreib für jeden `[[repair.ID.steps]]` mit `after` und `do`"
        case .stepWithoutWords: "ergänze `do = \"talk\"` oder einen eigenen `title`"
        case .timeOfDayOfHours: "schreib `after = \"1 day\"`, oder lass `at` weg"
        }
    }
}
