import CCurl
import CLinux
import Glibc
import Mail
import Planning

/// One run's dealings with one server by libcurl: messages one at a time, over one connection where it holds.
final class Session {
    private let multi: UnsafeMutableRawPointer
    private let errors: UnsafeMutablePointer<CChar>
    private let handle: UnsafeMutableRawPointer
    private let server: HandoverServer
    private let input: LineInput
    private let conversation: Conversation
    private var recipients: UnsafeMutablePointer<curl_slist>?
    private var isAdded = false
    private var failuresInARow = 0
    private let clock = Deadline()
    /// Whether the server has fallen silent, so that no farewell is owed to it.
    private var isSilent = false

    /// - Parameter say: Called with what becomes known before a message has ended.
    init(
        _ server: HandoverServer, password: String?, input: LineInput, say: @escaping (HandoverReply) -> Void
    ) throws(Refusal) {
        guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, let multi = curl_multi_init(),
            let handle = curl_easy_init()
        else { throw .transient("libcurl cannot be started") }
        self.multi = multi
        self.handle = handle
        self.server = server
        self.input = input
        errors = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errors.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        let clock = clock
        let security: Conversation.Security =
            switch server.server.security {
            case .startTLSRequired: .afterStartTLS
            case .startTLSWhereOffered: .afterStartTLSIfOffered
            case .tls, .none: .first
            }
        conversation = Conversation(security, mayWait: { clock.mayWait(for: input) }, say: say)
        guard Options(handle, server, password).set(conversation, errors: errors) else {
            throw .permanent("libcurl does not know how to send mail this way (\(server.server.security))")
        }
    }

    // MARK: One message

    /// Sends it; says how it ended, and whether every other message would end the same way.
    func send(_ message: HandoverMessage) -> (AttemptOutcome, all: Bool) {
        conversation.start(message)
        errors.pointee = 0
        curl_slist_free_all(recipients)
        recipients = curl_slist_append(nil, "<\(message.to.wire)>")
        _ = curl_set_string(handle, CURLOPT_MAIL_FROM, "<\(message.from.wire)>")
        _ = curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients)
        _ = curl_set_size(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(conversation.text.count))
        clock.set(seconds: message.timeLimit)
        curl_multi_add_handle(multi, handle)
        isAdded = true
        let ending = run()
        if ending == nil { isSilent = true }
        let verdict = Verdict(
            ending, of: conversation, errors: String(cString: errors), systemError: systemError,
            timeLimit: message.timeLimit)
        failuresInARow = verdict.isConnectionLost ? failuresInARow + 1 : 0
        return (verdict.outcome, verdict.holdsForAll || failuresInARow > 1)
    }

    private var systemError: Int32 {
        var code = 0
        return curl_get_long(handle, CURLINFO_OS_ERRNO, &code) == CURLE_OK ? Int32(truncatingIfNeeded: code) : 0
    }

    /// Runs the transfer to its end; nil when its time was over first. Ends the program when the service is gone.
    ///
    /// libcurl (7.88) waits for the reply to DATA, and for the one to QUIT, inside `curl_multi_perform`, and its
    /// own time limit does not hold there. ``Options`` has it ask once a second whether to go on.
    private func run() -> CURLcode? {
        var running: Int32 = 0
        var result = CURLE_OK
        while true {
            if !clock.mayWait(for: input) { return nil }
            guard curl_multi_perform(multi, &running) == CURLM_OK else { return CURLE_FAILED_INIT }
            if curl_take_result(multi, &result) == 1 { return result == CURLE_ABORTED_BY_CALLBACK ? nil : result }
            var extra = curl_waitfd(fd: input.descriptor, events: Int16(CURL_WAIT_POLLIN), revents: 0)
            curl_multi_poll(multi, &extra, 1, Int32(clamping: min(max(clock.left, 0), 1000)), nil)
        }
    }

    /// Makes ready for the next message, after the outcome of this one was said.
    func settle() {
        guard isAdded else { return }
        if isSilent { conversation.cut() }
        curl_multi_remove_handle(multi, handle)
        isAdded = false
        isSilent = false
    }

    /// Says goodbye to the server, for two seconds at most.
    func close() {
        alarm(2)
        clock.isFarewell = true
        clock.set(seconds: 2)
        settle()
        curl_easy_cleanup(handle)
        curl_multi_cleanup(multi)
        curl_slist_free_all(recipients)
        errors.deallocate()
    }
}

/// Until when the present message may take.
final class Deadline {
    private var end: Int64 = 0

    func set(seconds: Int64) { end = Monotonic.now + seconds * 1000 }

    /// Milliseconds.
    var left: Int64 { end - Monotonic.now }

    /// Whether there is time left. Where the service is gone this does not return: nothing is to be said to anybody.
    func mayWait(for input: LineInput) -> Bool {
        if !isFarewell, input.hasEnded() { _exit(0) }
        return left > 0
    }

    /// Whether all messages are done, so that the service's end of the pipe may be closed.
    var isFarewell = false
}
