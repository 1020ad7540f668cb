import Channels
import CivilTime
import Control
import Daemon
import Loop
import Planning
import Wording

/// Sends one test message over one channel, without a service.
struct ChannelTrial {
    private let schedule: Schedule
    private let now: Timestamp

    init(_ schedule: Schedule, now: Timestamp) {
        self.schedule = schedule
        self.now = now
    }

    func run(_ channel: String, to person: String, _ words: CommandWording) throws -> Reply {
        guard let to = schedule.person(PersonID(person)) else {
            return Reply(
                complaints: [words.noSuchPerson(person, known: schedule.people.map(\.id.text))], exit: .noInput)
        }
        guard let definition = schedule.channel(ChannelID(channel)) else {
            return Reply(
                complaints: [words.noSuchChannel(channel, known: schedule.channels.map(\.id.text))], exit: .noInput)
        }
        let loop: EpollLoop
        do throws(SystemError) {
            loop = try EpollLoop()
        } catch {
            throw Ending(.configuration, CallerLanguage.words.error(error.description))
        }
        let rendered = NudgeWording.test(channel: channel, to, now: now)
        let subject = DeliverySubject.digest(DigestKey(person: to.id, gathered: now))
        let key = DeliveryKey(subject: subject, channel: definition.id, round: -1)
        let parcel = Parcel(
            key: key, token: String(stableHash(key.description), radix: 16), person: to, ritual: nil,
            title: rendered.title, body: rendered.body, when: rendered.when, urgent: false)
        let means = ChannelFactory(loop: loop, clock: MachineClock()).channel(definition)
        var outcome = AttemptOutcome.uncertain("no outcome")
        var trial = ChannelTrialReport(words, channel: channel, person: to.name)
        means.beginAside(parcel, tell: { trial.note($0) }) { ended in
            outcome = ended
            loop.stop()
        }
        do throws(SystemError) {
            try loop.run()
        } catch {
            throw Ending(.configuration, CallerLanguage.words.error(error.description))
        }
        return trial.reply(outcome)
    }
}
