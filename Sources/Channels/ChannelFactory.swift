public import Loop
public import Planning
import Systemd

/// Makes the channels that a schedule describes.
public struct ChannelFactory {
    private let loop: EpollLoop
    private let clock: any WallClock
    private let mailProgram: String?
    /// One for all desktop channels, made when the first one is.
    private let desktop: SharedDesktop

    /// - Parameters:
    ///   - loop: What the channels wait on.
    ///   - clock: What a mail's date is read from.
    ///   - mailProgram: Where `troth-mail` is; looked for beside the running program.
    ///   - notices: A file for what stands on the desktop, which the next service takes up; nil keeps nothing.
    public init(
        loop: EpollLoop, clock: any WallClock, mailProgram: String? = MailProgram.path(), notices: String? = nil
    ) {
        desktop = SharedDesktop(loop, notices)
        self.loop = loop
        self.clock = clock
        self.mailProgram = mailProgram
    }

    public func channel(_ definition: ChannelDefinition) -> any Channel {
        switch definition.means {
        case .command(let means): CommandChannel(means, on: loop)
        case .email(let means): EmailChannel(means, on: loop, clock: clock, mailProgram: mailProgram)
        case .desktop(let means): DesktopChannel(means, desktop.own, on: loop)
        case .terminal: TerminalChannel(on: loop)
        }
    }

    /// Every channel of `definitions`, by its id.
    public func channels(_ definitions: [ChannelDefinition]) -> [ChannelID: any Channel] {
        Dictionary(definitions.map { ($0.id, channel($0)) }, uniquingKeysWith: { first, _ in first })
    }
}

/// The user's desktop, connected to at its first use.
private final class SharedDesktop {
    private let loop: EpollLoop
    private let notices: String?
    private(set) lazy var own = Desktop(Bus(on: loop), on: loop, keeping: notices)

    init(_ loop: EpollLoop, _ notices: String?) {
        self.loop = loop
        self.notices = notices
    }
}
