import CivilTime
import Control
import Loop
import Planning
import Systemd
import Wording

/// Who keeps the schedule, who is new in it, and how each can stop.
extension Service {
    /// The message that introduces the schedule to somebody new.
    func introduction(_ key: DeliveryKey, _ person: Person, at now: Timestamp) -> Parcel {
        let neutral = NudgeWording.discreet(person.language)
        // Where everything is discreet it says no more than any nudge does: that it came, and how to stop.
        let channel = loaded.schedule.channel(key.channel)
        let isDiscreet = person.isDiscreet || channel?.isDiscreet == true
        // A command's arguments are for everybody on the machine to read.
        let isReadByAll = if case .command? = channel?.means { true } else { false }
        let sentences = store.sentences(of: person.id, in: loaded.schedule)
        let rituals = sentences.map { sentence in
            let isKept = sentence.ritual.isDiscreet || isReadByAll && sentence.ritual.isPrivate
            return isKept ? neutral.title : sentence.own(in: person.language)
        }
        let rendered = IntroductionWording.introduction(
            person, keeper: Keeping.keeper(of: loaded.schedule)?.name, machine: Machine.name, rituals: rituals,
            stop: howToStop(person, over: key.channel), now: now)
        var parcel = parcel(key, person, isDiscreet ? neutral : rendered)
        // The introduction has said so itself, in more words.
        if !isDiscreet { parcel.footer = "" }
        if sentences.contains(where: { $0.ritual.isPrivate }) { parcel.cover = neutral.title }
        parcel.seen = NudgeWording.seen(person.language)
        return parcel
    }

    /// How a person gets no more of it: by themselves where they have an account here, by a reply where one is read.
    func howToStop(_ person: Person, over channel: ChannelID) -> HowToStop {
        var stop = HowToStop(command: Keeping.command(of: person, in: loaded.schedule))
        if case .email(let means)? = loaded.schedule.channel(channel)?.means, let mailbox = means.replyTo {
            stop.repliesTo = mailbox.name ?? mailbox.address.description
        }
        if let keeper = Keeping.keeper(of: loaded.schedule), keeper.id != person.id { stop.keeper = keeper.name }
        return stop
    }
}

/// What the accounts of this machine say about a schedule.
enum Keeping {
    /// Who keeps the schedule: whoever the service's account is, the first where several share it. A system service
    /// does not know.
    static func keeper(of schedule: Schedule) -> Person? {
        guard !OwnAccount.isSystemService else { return nil }
        return own(schedule).people.first.flatMap { schedule.person($0) }
    }

    /// Those who did not write the schedule themselves. Somebody alone in theirs did.
    static func strangers(_ schedule: Schedule) -> Set<PersonID> {
        guard schedule.people.count > 1 else { return [] }
        let keeper = keeper(of: schedule)?.id
        return Set(schedule.people.map(\.id).filter { $0 != keeper })
    }

    /// What somebody with an account here can say to stop.
    static func command(of person: Person, in schedule: Schedule) -> HowToStop.Command? {
        if person.user != nil { return HowToStop.Command("troth stop everything", on: Machine.name) }
        let own = own(schedule)
        guard !OwnAccount.isSystemService, own.speaks(for: person.id) else { return nil }
        let name = own.only == nil ? " --person \(person.id)" : ""
        return HowToStop.Command("troth stop everything\(name)", on: Machine.name)
    }

    private static func own(_ schedule: Schedule) -> Caller {
        Caller(account: OwnAccount.name, isKeeper: true, in: schedule)
    }
}
