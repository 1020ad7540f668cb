import TOML

extension TOMLError {
    var germanMessage: String {
        switch reason {
        case .malformedUTF8: "diese Bytes sind kein UTF-8"
        case .otherEncoding: "diese Datei ist kein UTF-8; sie sieht nach UTF-16 aus"
        case .controlCharacter(let byte): "Steuerzeichen \(unicodeName(UInt32(byte))) im Text"
        case .bareCarriageReturn: "ein Wagenrücklauf ohne Zeilenvorschub"

        case .notAStatement(let text): "`\(text)` ist weder `schlüssel = wert` noch `[überschrift]`"
        case .missingEquals(let key): "nach `\(key)` fehlt das `=`"
        case .colonForEquals: "`:`, wo `=` hingehört"
        case .missingValue(let key): "nach `\(key) =` fehlt der Wert"
        case .missingKey: "vor dem `=` fehlt der Schlüssel"
        case .missingKeyPart: "ein Punkt im Schlüssel braucht auf beiden Seiten einen Namen"
        case .unquotedKey(let text): "der Schlüssel `\(text)` braucht Anführungszeichen"
        case .multilineKey: "ein Schlüssel kann nicht über mehrere Zeilen gehen"
        case .textAfterValue(let text): "`\(text)` nach dem Ende des Werts"
        case .textAfterHeader(let text): "`\(text)` nach dem Ende der Überschrift"
        case .malformedHeader: "diese Überschrift ist nicht lesbar"
        case .unclosedHeader(let brackets): "dieser Überschrift fehlt ihr `\(brackets == 2 ? "]]" : "]")`"

        case .unterminatedString: "dieser Text wird in seiner Zeile nicht geschlossen"
        case .unterminatedMultilineString: "dieser mehrzeilige Text wird nie geschlossen"
        case .unknownEscape(let text): "`\(text)` ist kein Zeichen, das TOML so kennt"
        case .malformedUnicodeEscape(let text): "`\(text)` fehlen Hexadezimalziffern"
        case .noSuchCharacter(let text): "`\(text)` ist kein Schriftzeichen"
        case .smartQuotes: "typografische Anführungszeichen machen keinen Text"

        case .unknownValue(let text): "`\(text)` ist kein Wert, den TOML kennt"
        case .misspelledBoolean(let text): "`\(text)` ist weder `true` noch `false`"
        case .malformedNumber(let text): "`\(text)` ist nicht als Zahl lesbar"
        case .leadingZero(let text): "`\(text)` beginnt mit einer Null"
        case .misplacedUnderscore(let text): "in `\(text)` steht ein Unterstrich nicht zwischen zwei Ziffern"
        case .integerTooLarge(let text): "`\(text)` passt nicht in 64 Bit"
        case .floatTooLarge(let text): "`\(text)` ist zu groß"
        case .malformedDate(let text): "`\(text)` ist nicht als Datum lesbar"
        case .malformedTime(let text): "`\(text)` ist nicht als Uhrzeit lesbar"
        case .timeWithoutSeconds(let text): "`\(text)` hat keine Sekunden"
        case .noSuchDate(let year, let month, let day): "den Tag \(day).\(month).\(year) gibt es nicht"
        case .noSuchTime(let text): "die Uhrzeit \(text) gibt es nicht"
        case .noSuchOffset(let text): "den Abstand \(text) gibt es nicht"

        case .unclosedArray: "diese Liste wird nie geschlossen"
        case .unclosedInlineTable: "diese Tabelle wird in ihrer Zeile nicht geschlossen"
        case .missingComma: "hier fehlt ein Komma"
        case .strayComma: "ein Komma, vor dem nichts steht"
        case .trailingComma: "nach dem letzten Eintrag einer Tabelle in Klammern steht kein Komma"
        case .newlineInInlineTable: "eine Tabelle in Klammern bleibt in einer Zeile"
        case .tooDeep(let limit): "tiefer verschachtelt als \(limit) Ebenen"

        case .repeatedKey(let name, _): "`\(name)` steht zweimal da"
        case .repeatedTable(let name, _): "`[\(name)]` steht zweimal da"
        case .notATable(let name, _): "`\(name)` hat schon einen Wert und kann nicht auch Tabelle sein"
        case .notAnArrayOfTables(let name, _): "`\(name)` ist eine Tabelle, keine Liste von Tabellen"
        case .isAnArrayOfTables(let name, _): "`\(name)` ist eine Liste von Tabellen, keine einzelne"
        case .closedArray(let name, _): "`\(name)` ist mit seinen Werten geschrieben und nimmt keine weiteren"
        case .closedInlineTable(let name, _): "`\(name)` ist eine Tabelle in Klammern und nimmt nichts mehr auf"
        case .definedElsewhere(let name, _): "die Tabelle `\(name)` steht anderswo und nimmt hier nichts auf"
        }
    }

    /// There is one wherever there is one in English.
    var germanHint: String? {
        guard let english = hint else { return nil }
        switch reason {
        case .malformedUTF8, .otherEncoding: return "speichere die Datei als UTF-8"
        case .bareCarriageReturn: return "speichere die Datei mit Zeilenenden von Unix oder Windows"
        case .controlCharacter: return "nimm es heraus"
        case .notAStatement: return "ein Kommentar beginnt mit `#`"
        case .missingEquals(let key): return "schreib `\(key) = …`"
        case .colonForEquals: return "zwischen Schlüssel und Wert steht `=`"
        case .missingValue: return "schreib nach dem `=` einen Wert, oder nimm die Zeile heraus"
        case .missingKey, .missingKeyPart: return "ein leerer Name ist `\"\"`"
        case .multilineKey: return "nimm ein Anführungszeichen auf jeder Seite"
        case .textAfterValue: return "jeder Schlüssel beginnt eine eigene Zeile, eine Liste steht in eckigen Klammern"
        case .textAfterHeader: return "nach der Überschrift beginnt eine neue Zeile"
        case .malformedHeader: return "schreib `[name]` für eine Tabelle"
        case .unclosedHeader(let brackets): return "schreib `\(brackets == 2 ? "]]" : "]")` nach dem Namen"
        case .unterminatedString: return "schließ ihn mit dem Zeichen, mit dem er beginnt; mehrere Zeilen brauchen drei"
        case .unterminatedMultilineString: return "schließ ihn mit den drei Zeichen, mit denen er beginnt"
        case .unknownEscape, .malformedUnicodeEscape:
            return "schreib `\\\\` für einen Rückstrich, oder nimm einfache Anführungszeichen"
        case .misspelledBoolean: return english.replacingPrefix("write", "schreib")
        case .unknownValue(let text) where text == "null" || text == "nil" || text == "none":
            return "lass den Schlüssel weg, wenn es keinen Wert gibt"
        case .unknownValue(let text) where text.contains(",") && !text.contains("\""):
            return "eine Liste steht in eckigen Klammern, ihre Texte in Anführungszeichen"
        case .unquotedKey, .smartQuotes, .unknownValue, .malformedNumber, .leadingZero, .malformedDate, .malformedTime,
            .timeWithoutSeconds:
            return "setz es in Anführungszeichen"
                + (english.split(separator: ": ", maxSplits: 1).dropFirst().first.map { ": \($0)" } ?? "")
        case .unclosedArray: return "schreib `]` nach dem letzten Wert"
        case .unclosedInlineTable: return "schreib `}` nach dem letzten Eintrag"
        case .missingComma: return "zwischen zwei Werten steht ein Komma"
        case .strayComma, .trailingComma: return "nimm es heraus"
        case .newlineInInlineTable: return "schreib alles in eine Zeile, oder gib der Tabelle eine eigene Überschrift"
        case .repeatedKey: return "behalte eins von beiden"
        case .repeatedTable: return "schreib die Einträge unter eine Überschrift"
        case .notAnArrayOfTables(let name, _):
            return "schreib `[\(name)]` für eine einzelne, `[[\(name)]]` für jede einer Liste"
        case .isAnArrayOfTables(let name, _): return "schreib `[[\(name)]]` für eine weitere"
        case .closedArray: return "schreib alle zwischen seine Klammern"
        case .closedInlineTable: return "schreib alle Einträge zwischen seine Klammern"
        case .definedElsewhere: return "schreib alle Einträge an eine Stelle"
        case .noSuchCharacter, .misplacedUnderscore, .integerTooLarge, .floatTooLarge, .noSuchDate, .noSuchTime,
            .noSuchOffset, .tooDeep, .notATable:
            return english
        }
    }
}

extension String {
    /// The text with another beginning, or as it is where it begins otherwise.
    func replacingPrefix(_ prefix: String, _ other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}
