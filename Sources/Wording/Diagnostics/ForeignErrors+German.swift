import CivilTime
import Recurrence
import TOML

extension TOMLError { var germanMessage: String { message }; var germanHint: String? { hint } }
extension DialectError { var germanMessage: String { message }; var germanHint: String? { hint } }
extension PhraseNeed { var germanMessage: String { message }; var germanHint: String? { hint } }
extension SpanError { var germanMessage: String { description }; var germanHint: String? { hint } }
extension RRuleError { var germanMessage: String { message }; var germanHint: String? { hint } }
