import CivilTime
import ICalendar
public import Loop
import Mail
public import Planning

/// Sends mail: over SMTP by `troth-mail`, one run and one connection for what comes together, or by the machine's own mailer.
///
/// Delivered means that the server, or the mailer, accepted the whole message. The same parcel always makes the
/// same Message-ID, so that what is sent once more can be told from a second message.
public final class EmailChannel: TellingChannel {
    private let means: EmailMeans
    private let loop: EpollLoop
    private let clock: any WallClock
    private let mailProgram: String?
    private var run: MailRun?
    private var programBursts: [ObjectIdentifier: ProgramBurst] = [:]
    public var onStep: ((DeliveryKey, ChannelStep) -> Void)?

    /// - Parameters:
    ///   - means: The sender, and the server or the mailer.
    ///   - loop: What the channel waits on.
    ///   - clock: What a mail's date is read from.
    ///   - mailProgram: Where `troth-mail` is (``MailProgram/path()``).
    public init(_ means: EmailMeans, on loop: EpollLoop, clock: any WallClock, mailProgram: String?) {
        self.means = means
        self.loop = loop
        self.clock = clock
        self.mailProgram = mailProgram
    }

    /// One after the other, so that each acceptance is on record before the next mail is sent.
    public var capacity: Int { 1 }

    public func begin(_ parcels: [Parcel], report: @escaping (DeliveryKey, AttemptOutcome) -> Void) {
        switch means.transport {
        case .smtp(let server): hand(parcels, to: server, report)
        case .sendmail(let argv): run(argv, parcels, report)
        }
    }

    public func finish() {
        run?.finish()
        for burst in programBursts.values { burst.finish() }
    }

    private func hand(
        _ parcels: [Parcel], to server: SMTPServer, _ report: @escaping (DeliveryKey, AttemptOutcome) -> Void
    ) {
        let time = BurstTime(loop, seconds: means.timeLimit)
        let items = parcels.map { parcel in
            MailRun.Item(
                key: parcel.key,
                message: mailProgram == nil
                    ? .failure(.init(outcome: .permanent("troth-mail is missing: it belongs beside the service")))
                    : message(for: parcel).map { message in
                        HandoverMessage(
                            number: 0, from: message.from.address, to: message.to.address,
                            text: String(decoding: message.bytes(), as: UTF8.self), timeLimit: means.timeLimit,
                            tellsSteps: onStep != nil)
                    }, time: time, report: report)
        }
        let run =
            run
            ?? MailRun(
                to: HandoverServer(server, timeLimit: means.timeLimit), by: mailProgram ?? "", on: loop,
                tell: { [weak self] in self?.onStep?($0, $1) },
                onEnd: { [weak self] ended in if self?.run === ended { self?.run = nil } })
        self.run = run
        run.add(items)
    }

    private func run(
        _ argv: [String], _ parcels: [Parcel], _ report: @escaping (DeliveryKey, AttemptOutcome) -> Void
    ) {
        let limit = means.timeLimit
        let burst = ProgramBurst(
            parcels, on: loop, timeLimit: limit, report: report,
            step: { [self] parcel in
                switch message(for: parcel) {
                case .failure(let none): .known(none.outcome)
                case .success(let message):
                    .run(Sendmail.command(argv, to: message.to.address.wire, message: message.bytes()))
                }
            },
            judge: { Sendmail.outcome(of: $0, timeLimit: limit) },
            tell: { [weak self] in self?.onStep?($0, $1) },
            onEnd: { [weak self] in self?.programBursts[ObjectIdentifier($0)] = nil })
        programBursts[ObjectIdentifier(burst)] = burst
    }

    private func message(for parcel: Parcel) -> Result<MailMessage, MailRun.NoMessage> {
        guard let address = parcel.person.email else {
            return .failure(.init(outcome: .permanent("\(parcel.person.id) has no `email`")))
        }
        let now = clock.read().now
        let date = MailDate(now, offset: parcel.person.zone.offsetSeconds(at: now))
        let to = Mailbox(name: parcel.person.name, address: address)
        var message = MailMessage(parcel, from: means.from, replyTo: means.replyTo, to: to, date: date)
        message.calendar = Self.calendar(for: parcel, at: now)
        return .success(message)
    }

    /// The moment for the recipient's calendar, where they want it there.
    static func calendar(for parcel: Parcel, at now: Timestamp) -> CalendarEntry? {
        guard parcel.person.wantsCalendar, let moment = parcel.moment else { return nil }
        return CalendarEntry(
            uid: CalendarUID(moment.occurrence.ritual, person: moment.isTogether ? nil : parcel.person.id),
            stamp: now, start: moment.at, isOneOfMany: moment.isOneOfMany, takes: moment.takes,
            title: parcel.title, text: moment.text)
    }
}
