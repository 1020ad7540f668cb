import ArgumentParser
import Wording

/// A command's text in the caller's language; its English one is its name in the catalogue.
func told(_ english: String) -> String { HelpWording(CallerLanguage.current).text(english) }

/// An option's or argument's text, likewise.
func told(_ english: String) -> ArgumentHelp { ArgumentHelp(told(english) as String) }
