import Foundation

// Bytes from the network: capped in size and time, without cookies and without redirects.

private let timeout: TimeInterval = 3  // for everything together: a person is waiting
private let mostBytes = ["latest": 65_536, "release": 65_536, "bundle": 262_144]

/// Files below an https address that ends with `warnings/v1/`.
func fromNetwork(_ base: URL, until: Date = Date().addingTimeInterval(timeout)) -> (_ pastCaches: Bool) -> Get {
    { pastCaches in
        { part, path in try await fetched(base, part, path, pastCaches: pastCaches || part == "latest", until) }
    }
}

private func fetched(
    _ base: URL, _ part: String, _ path: String, pastCaches: Bool, _ until: Date
) async throws -> Data {
    guard let address = URL(string: path, relativeTo: base) else { throw LoadFailure(code: "\(part)-unreachable") }
    let left = until.timeIntervalSinceNow
    try prove(left > 0, "\(part)-unreachable")
    let settings = URLSessionConfiguration.ephemeral
    settings.httpShouldSetCookies = false
    settings.timeoutIntervalForResource = left
    settings.requestCachePolicy = pastCaches ? .reloadIgnoringLocalAndRemoteCacheData : .useProtocolCachePolicy
    let session = URLSession(configuration: settings, delegate: NoRedirect(), delegateQueue: nil)
    defer { session.invalidateAndCancel() }
    do {
        return try await received(session, address, part)
    } catch let failure as LoadFailure {
        throw failure
    } catch {
        throw LoadFailure(code: "\(part)-unreachable")
    }
}

private func received(_ session: URLSession, _ address: URL, _ part: String) async throws -> Data {
    let (bytes, answer) = try await session.bytes(from: address)
    let status = (answer as? HTTPURLResponse)?.statusCode ?? 0
    try prove(!(300...399).contains(status), "\(part)-unreachable")
    try prove(status == 200, "\(part)-missing")
    let most = mostBytes[part] ?? 0
    var data = Data()
    for try await byte in bytes {
        data.append(byte)
        try prove(data.count <= most, "\(part)-too-large")
    }
    return data
}

/// A redirect is an answer that is not wanted.
private final class NoRedirect: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest
    ) async -> URLRequest? {
        nil
    }
}
