public import Loop
import Mail
public import Planning

/// Runs a program for each parcel.
///
/// The program gets the parcel three times over: in the arguments that ask for it (`{title} {body} {person}
/// {ritual} {when}`; the program's own name is never filled in), as `TROTH_TITLE`, `TROTH_BODY`,
/// `TROTH_PERSON`, `TROTH_RITUAL`, `TROTH_WHEN`, `TROTH_KEY`, `TROTH_NAME`, `TROTH_LANGUAGE` and
/// `TROTH_URGENT` (`1` or `0`) in its environment, and on its standard input: as one line of JSON, or as plain text where
/// the schedule says `stdin = "text"`. `person` is the id, `key` is the same for every repetition of one delivery.
/// Arguments are everybody's to read, so of what is private they get a neutral title alone.
///
/// Exit 0 is delivered; 75 (EX_TEMPFAIL of sysexits.h) is worth another try; anything else is not. A program
/// that runs out of time, or that a signal ends, has not said whether its work was done: that is uncertain.
/// The whole process group ends with it. What it wrote to its standard error, up to 4 KiB, is the reason.
public final class CommandChannel: TellingChannel {
    private let means: CommandMeans
    private let loop: EpollLoop
    private let arguments: [Argument]
    private var bursts: [ObjectIdentifier: ProgramBurst] = [:]
    public var onStep: ((DeliveryKey, ChannelStep) -> Void)?

    public init(_ means: CommandMeans, on loop: EpollLoop) {
        self.means = means
        self.loop = loop
        arguments = means.argv.dropFirst().map(Argument.init)
    }

    public var capacity: Int { 8 }

    public func begin(_ parcels: [Parcel], report: @escaping (DeliveryKey, AttemptOutcome) -> Void) {
        let burst = ProgramBurst(
            parcels, on: loop, timeLimit: means.timeLimit, report: report,
            step: { [self] in .run(command(for: $0)) },
            judge: { [means] in CommandChannel.outcome(of: $0, timeLimit: means.timeLimit) },
            tell: { [weak self] in self?.onStep?($0, $1) },
            onEnd: { [weak self] in self?.bursts[ObjectIdentifier($0)] = nil })
        bursts[ObjectIdentifier(burst)] = burst
    }

    public func finish() {
        for burst in bursts.values { burst.finish() }
    }

    private func command(for parcel: Parcel) -> ChildCommand {
        let text = ParcelText(parcel)
        let values = text.arguments
        var command = ChildCommand(
            means.argv.prefix(1) + arguments.map { $0.filled(values) },
            environment: ChildEnvironment.own.merging(text.environment) { $1 })
        command.input = .bytes(means.input == .json ? text.json : text.plain)
        command.errors = .captured(limit: 4096)
        return command
    }

    static func outcome(of report: ChildReport, timeLimit: Int64) -> AttemptOutcome {
        switch report.end {
        case .exited(0): .delivered("the command exited with 0")
        case .exited(75): .transient(reason("exited with 75 (try again later)", report), retryAfter: nil)
        case .exited(let code): .permanent(reason("exited with \(code)", report))
        case .signalled(let number): .uncertain(reason("ended by signal \(number)", report))
        case .timedOut: .uncertain(reason("did not end in time (\(timeLimit) s)", report))
        }
    }

    /// What happened, and the program's own words for it on one line.
    static func reason(_ what: String, _ report: ChildReport) -> String {
        let words = HeaderText(showing: report.errorText)
        return words.isEmpty ? what : "\(what): \(words)\(report.errorsWereCut ? " …" : "")"
    }
}
