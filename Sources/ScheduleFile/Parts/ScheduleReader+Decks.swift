import Decks
import Planning
import TOML
import Wording

extension ScheduleReader {
    // MARK: - The schedule's own decks

    /// The deck of a table; where something is wrong with it, without the prompts that could not be had.
    func deck(_ named: Named) -> Deck {
        let table = TableReader(named.section, .deck, findings)
        if Library.deck(named.id) != nil { findings.report(.deck(.builtInName(named.id)), at: named.section.spot) }
        let giver = table.text("from").flatMap(knownPerson)
        if table.has("from"), table.lacks("file") {
            findings.report(.keyNeeds("from", needs: "file"), at: table.spot("from"))
        }
        if table.has("prompts"), table.has("file") {
            findings.report(.keysExclude("prompts", "file"), at: table.spot("file"), first: table.spot("prompts"))
        }
        var prompts: [Prompt] = []
        if let name = table.text("file") {
            prompts = fileOfPrompts(name, named.id, isJar: table.has("from"))
        } else if let own = ownPrompts(table) {
            prompts = own
        } else if table.lacks("prompts"), table.lacks("file") {
            findings.report(.deck(.nothingInIt(named.id)), at: named.section.spot)
        }
        return Deck(name: named.id, prompts: prompts, giver: giver)
    }

    /// The prompts of a table, each once.
    private func ownPrompts(_ table: TableReader) -> [Prompt]? {
        table.texts("prompts", isLong: true).map { table.distinct($0, "prompts").map { Prompt($0.text) } }
    }

    /// What a text file holds, after reporting what is wrong with it. Of a jar no message shows a line: whoever draws
    /// from it may be the one who reads the message.
    private func fileOfPrompts(_ name: Text, _ id: String, isJar: Bool) -> [Prompt] {
        guard let bytes = namedFile(name) else { return [] }
        do throws(DeckTextError) {
            let text = try DeckText(parsing: bytes)
            if text.prompts.isEmpty, !isJar { findings.report(.deck(.nothingInIt(id)), at: name.spot) }
            return text.prompts.map { Prompt($0) }
        } catch {
            let file = findings.add(name.text, SourceText(bytes))
            if isJar { findings.secrets.append(Spot(file: file, range: SourceRange(0, bytes.count))) }
            let place = Spot(file: file, range: SourceRange(error.range.lowerBound, error.range.upperBound))
            findings.report(.deck(.badFile(error)), at: name.spot, first: place)
            return []
        }
    }

    // MARK: - What a ritual draws from

    /// The decks of a ritual, in the order in which it draws from them.
    func decks(_ table: TableReader, _ people: [Person]) -> [Deck] {
        let own = ownPrompts(table) ?? []
        guard !table.has("agenda") else {
            for other in ["prompts", "deck"] where table.has(other) {
                findings.report(.keysExclude("agenda", other), at: table.spot("agenda"), first: table.spot(other))
            }
            return agenda(table, people)
        }
        guard let name = table.text("deck") else { return own.isEmpty ? [] : [Deck(prompts: own)] }
        guard var deck = knownDeck(name, people) else { return [] }
        if let giver = deck.giver {
            if table.has("prompts") {
                findings.report(.keysExclude("prompts", "deck"), at: name.spot, first: table.spot("prompts"))
            }
            checkJar(giver, table, people)
        }
        let known = Set(deck.prompts.map(\.id))
        deck.prompts = own.filter { !known.contains($0.id) } + deck.prompts
        return [deck]
    }

    private func agenda(_ table: TableReader, _ people: [Person]) -> [Deck] {
        if let item = table.item("agenda"), item.value.string != nil {
            guard let name = table.text("agenda") else { return [] }
            guard let agenda = Library.agenda(name.text) else {
                let near = nearest(to: name.text, among: Agenda.names)
                findings.report(.deck(.unknownAgenda(name.text, near: near, known: Agenda.names)), at: name.spot)
                return []
            }
            return agenda.decks.compactMap { builtIn($0) }.filter { isFit($0, for: people, at: name.spot) }
        }
        return (table.names("agenda", orText: true) ?? []).compactMap { name in
            guard let deck = knownDeck(name, people) else { return nil }
            if deck.giver != nil { findings.report(.deck(.jarInAgenda(name.text)), at: name.spot) }
            return deck
        }
    }

    /// Whoever fills a jar does not draw from it, and those who do are named.
    private func checkJar(_ giver: PersonID, _ table: TableReader, _ people: [Person]) {
        if table.lacks("people") {
            findings.report(.deck(.jarNeedsPeople(giver.text)), at: table.spot("deck"))
        } else if people.contains(where: { $0.id == giver }) {
            findings.report(.deck(.giverDraws(giver.text)), at: table.spot("people"))
        }
    }

    /// The deck of a name, or nil after reporting that there is none.
    private func knownDeck(_ name: Text, _ people: [Person]) -> Deck? {
        if let own = ownDecks[name.text] { return own }
        guard let deck = builtIn(name.text) else {
            let own = deckTables.map(\.id)
            let near = nearest(to: name.text, among: own + Library.decks.map(\.name))
            findings.reportMissing(.deck(.unknownDeck(name.text, near: near, known: own)), at: name.spot)
            return nil
        }
        return isFit(deck, for: people, at: name.spot) ? deck : nil
    }

    func builtIn(_ name: String) -> Deck? {
        if let known = builtInDecks[name] { return known }
        guard let deck = Library.deck(name)?.deck else { return nil }
        builtInDecks[name] = deck
        return deck
    }

    /// Whether a deck that comes with Troth may go to these people; reports where a child would get what is not for
    /// children.
    func isFit(_ deck: Deck, for people: [Person], at spot: Spot) -> Bool {
        guard let child = people.first(where: \.isChild), Library.deck(deck.name)?.audience.includesChildren == false
        else { return true }
        findings.report(.deck(.notForChild(deck: deck.name, person: child.id.text)), at: spot)
        return false
    }
}
