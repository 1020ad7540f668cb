import CCurl
import Glibc
import Mail
import Planning

/// What libcurl is told about a server, once for a run.
struct Options {
    private let handle: UnsafeMutableRawPointer
    private let server: SMTPServer
    private let seconds: Int64
    private let password: String?

    init(_ handle: UnsafeMutableRawPointer, _ server: HandoverServer, _ password: String?) {
        self.handle = handle
        self.server = server.server
        seconds = server.timeLimit
        self.password = password
    }

    /// False where this libcurl cannot do it.
    func set(_ conversation: Conversation, errors: UnsafeMutablePointer<CChar>) -> Bool {
        guard let url else { return false }
        let context = Unmanaged.passUnretained(conversation).toOpaque()
        let all = [
            curl_set_pointer(handle, CURLOPT_ERRORBUFFER, errors),
            curl_set_string(handle, CURLOPT_URL, url),
            // Nothing but what the schedule says: no other protocol, no .netrc, no proxy of the environment.
            curl_set_string(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
            curl_set_long(handle, CURLOPT_NETRC, 0),
            curl_set_string(handle, CURLOPT_PROXY, ""),
            curl_set_string(handle, CURLOPT_NOPROXY, "*"),
            curl_set_long(handle, CURLOPT_NOSIGNAL, 1),
            curl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, Int(seconds) * 1000),
            curl_set_long(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, Int(seconds)),
            curl_set_long(handle, CURLOPT_UPLOAD, 1),
            curl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1),
            curl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2),
            curl_set_long(handle, CURLOPT_SSLVERSION, 6),  // CURL_SSLVERSION_TLSv1_2, or later
            curl_set_long(handle, CURLOPT_USE_SSL, security),
            curl_set_transfer(handle, CURLOPT_READFUNCTION, fill),
            curl_set_pointer(handle, CURLOPT_READDATA, context),
            curl_set_transfer(handle, CURLOPT_HEADERFUNCTION, hear),
            curl_set_pointer(handle, CURLOPT_HEADERDATA, context),
            curl_set_transfer(handle, CURLOPT_WRITEFUNCTION, drop),
            curl_set_long(handle, CURLOPT_NOPROGRESS, 0),
            curl_set_progress(handle, goOn),
            curl_set_pointer(handle, CURLOPT_XFERINFODATA, context),
            curl_set_socket_made(handle, noteSocket),
            curl_set_pointer(handle, CURLOPT_SOCKOPTDATA, context),
        ]
        return (all + authorities + credentials).allSatisfy { $0 == CURLE_OK }
    }

    /// The name is checked as a mail domain is, or is an address in numbers.
    private var url: String? {
        let scheme = server.security == .tls ? "smtps" : "smtp"
        let host = server.host
        if host.contains(":") {
            guard host.utf8.allSatisfy({ "0123456789abcdefABCDEF:.".utf8.contains($0) }) else { return nil }
            return "\(scheme)://[\(host)]:\(server.port)"
        }
        guard (try? MailAddress(parsing: "x@\(host)")) != nil else { return nil }
        return "\(scheme)://\(host):\(server.port)"
    }

    private var security: Int {
        switch server.security {
        case .tls, .startTLSRequired: 3  // CURLUSESSL_ALL
        case .startTLSWhereOffered: 1  // CURLUSESSL_TRY
        case .none: 0
        }
    }

    /// The given file in place of the system's certificates, not beside them.
    private var authorities: [CURLcode] {
        guard let file = server.authorities else { return [] }
        return [curl_set_string(handle, CURLOPT_CAINFO, file), curl_unset(handle, CURLOPT_CAPATH)]
    }

    /// Mechanisms that only need the password: Kerberos and NTLM would be tried first where a server offers them,
    /// with whatever this machine's own user has.
    private var credentials: [CURLcode] {
        guard let username = server.username else { return [] }
        if server.authentication == .xoauth2 {
            return [
                curl_set_string(handle, CURLOPT_USERNAME, username),
                curl_set_string(handle, CURLOPT_XOAUTH2_BEARER, password ?? ""),
                curl_set_string(handle, CURLOPT_LOGIN_OPTIONS, "AUTH=XOAUTH2"),
            ]
        }
        return [
            curl_set_string(handle, CURLOPT_USERNAME, username),
            curl_set_string(handle, CURLOPT_PASSWORD, password ?? ""),
            curl_set_string(handle, CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN;AUTH=CRAM-MD5"),
        ]
    }
}

private func conversation(_ context: UnsafeMutableRawPointer?) -> Conversation? {
    context.map { Unmanaged<Conversation>.fromOpaque($0).takeUnretainedValue() }
}

private let fill: curl_transfer = { buffer, size, count, context in
    guard let buffer else { return 0 }
    return conversation(context)?.fill(UnsafeMutableRawBufferPointer(start: buffer, count: size * count)) ?? 0
}

private let hear: curl_transfer = { buffer, size, count, context in
    guard let buffer, let conversation = conversation(context) else { return 0 }
    let line = [UInt8](UnsafeRawBufferPointer(start: buffer, count: size * count))
    return conversation.heard(line) ? size * count : 0
}

private let drop: curl_transfer = { _, size, count, _ in size * count }

private let noteSocket: curl_socket_made = { context, socket, _ in
    conversation(context)?.opened(socket)
    return 0
}

/// Called at least once a second, also from inside the waits that libcurl does not return from.
private let goOn: curl_xferinfo_callback = { context, _, _, _, _ in
    conversation(context)?.mayWait() == false ? 1 : 0
}
