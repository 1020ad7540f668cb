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
    /// Whether the server has fallen silent, so that no farewell is owed to it.
    private var isSilent = false

    /// - Parameter onBegun: Called with the message's number when the server is ready for its text.
    init(
        _ server: HandoverServer, password: String?, input: LineInput, onBegun: @escaping (Int) -> Void
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
        let security: Conversation.Security =
            switch server.server.security {
            case .startTLSRequired: .afterStartTLS
            case .startTLSWhereOffered: .afterStartTLSIfOffered
            case .tls, .none: .first
            }
        conversation = Conversation(security, onBegun: onBegun)
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
        recipients = curl_slist_append(nil, "<\(message.to)>")
        _ = curl_set_string(handle, CURLOPT_MAIL_FROM, "<\(message.from)>")
        _ = curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients)
        _ = curl_set_size(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(conversation.text.count))
        curl_multi_add_handle(multi, handle)
        isAdded = true
        let ending = run(until: Monotonic.now + server.timeLimit * 1000)
        if ending == nil { isSilent = true }
        let verdict = Verdict(
            ending, of: conversation, errors: String(cString: errors), systemError: systemError,
            timeLimit: server.timeLimit)
        failuresInARow = verdict.isConnectionLost ? failuresInARow + 1 : 0
        return (verdict.outcome, verdict.holdsForAll || failuresInARow > 1)
    }

    private var systemError: Int32 {
        var code = 0
        return curl_get_long(handle, CURLINFO_OS_ERRNO, &code) == CURLE_OK ? Int32(truncatingIfNeeded: code) : 0
    }

    /// Runs the transfer to its end; nil when its time was over first. Ends the program when the service is gone.
    ///
    /// libcurl's own limit does not hold when a server falls silent after DATA (7.88), so this keeps the time.
    private func run(until deadline: Int64) -> CURLcode? {
        var running: Int32 = 0
        var result = CURLE_OK
        while true {
            if input.hasEnded() { _exit(0) }
            guard curl_multi_perform(multi, &running) == CURLM_OK else { return CURLE_FAILED_INIT }
            if curl_take_result(multi, &result) == 1 { return result }
            let left = deadline - Monotonic.now
            if left <= 0 { return nil }
            var extra = curl_waitfd(fd: input.descriptor, events: Int16(CURL_WAIT_POLLIN), revents: 0)
            curl_multi_poll(multi, &extra, 1, Int32(clamping: min(left, 1000)), nil)
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
        settle()
        curl_easy_cleanup(handle)
        curl_multi_cleanup(multi)
        curl_slist_free_all(recipients)
        errors.deallocate()
    }
}
