extension ConnectionURI {
    /// Reads a URI as libvirt does.
    ///
    /// - Parameter text: The URI; an alias of libvirt's client configuration is none.
    /// - Throws: ``LibvirtError`` with code `invalidArgument`, which says what is wrong and how to write it.
    public init(_ text: String) throws {
        try Self.checkCharacters(of: text)
        guard let colon = text.range(of: "://") else {
            throw Self.refusal(text, "it has no driver", "write such as qemu:///system")
        }
        let afterScheme = text[colon.upperBound...]
        let (rest, query) = afterScheme.cut(at: "?")
        let (authority, path) = rest.cut(at: "/", keepingIt: true)
        let (driver, transport) = text[..<colon.lowerBound].cut(at: "+")
        guard Self.isName(driver), transport.map(Self.isName) ?? true else {
            throw Self.refusal(text, "'\(text[..<colon.lowerBound])' is no driver", "write such as qemu or qemu+ssh")
        }
        let (user, location) = authority.cutBehindUser()
        let (host, port) = try Self.hostAndPort(location, of: text)
        self.init(
            driver: String(driver), transport: transport.map { Transport(rawValue: String($0)) },
            user: try user.map { try Self.decoded($0, of: text) }, host: host, port: port,
            path: try Self.decoded(path ?? "", of: text),
            parameters: try query.map { try Self.parameters(in: $0, of: text) } ?? [])
    }

    private static func checkCharacters(of text: String) throws {
        let refused = "<>\"{}|\\^`#".unicodeScalars
        for scalar in text.unicodeScalars {
            guard scalar.value > 0x20, scalar.value < 0x7F, !refused.contains(scalar) else {
                throw refusal(
                    text, "it has the character \(String(scalar).debugDescription)",
                    "write \(String(scalar).percentEncoded(keeping: "")) for it")
            }
        }
    }

    private static func isName(_ text: Substring) -> Bool {
        text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." }
    }

    private static func hostAndPort(
        _ location: Substring, of text: String
    ) throws -> (host: String?, port: UInt16?) {
        var host = location
        var digits: Substring = ""
        if location.hasPrefix("[") {
            guard let end = location.firstIndex(of: "]") else {
                throw refusal(text, "the address has no closing bracket", "write such as [2001:db8::7]")
            }
            host = location[location.index(after: location.startIndex)..<end]
            let behind = location[location.index(after: end)...]
            guard behind.isEmpty || behind.hasPrefix(":"), !host.isEmpty else {
                throw refusal(text, "'\(location)' is no host", "write such as [2001:db8::7]:16514")
            }
            digits = behind.dropFirst()
        } else if let colon = location.firstIndex(of: ":") {
            host = location[..<colon]
            digits = location[location.index(after: colon)...]
        }
        guard !host.isEmpty || digits.isEmpty else {
            throw refusal(text, "it has a port and no host", "name the host, such as localhost")
        }
        guard !digits.isEmpty else { return (host.isEmpty ? nil : try decoded(host, of: text), nil) }
        guard digits.allSatisfy(\.isNumber), let port = UInt16(digits) else {
            throw refusal(text, "'\(digits)' is no port", "an IPv6 address stands in brackets, such as [::1]:16514")
        }
        return (try decoded(host, of: text), port)
    }

    /// libvirt parts at `&`, and only what stands behind the last one at `;`.
    private static func parameters(in query: Substring, of text: String) throws -> [Parameter] {
        var pieces = query.split(separator: "&", omittingEmptySubsequences: false)
        if let last = pieces.popLast() { pieces += last.split(separator: ";") }
        return try pieces.filter { !$0.isEmpty }.map { piece in
            let (name, value) = piece.cut(at: "=")
            guard !name.isEmpty else { throw refusal(text, "the parameter '\(piece)' has no name", "remove it") }
            return Parameter(name: try decoded(name, of: text), value: try decoded(value ?? "", of: text))
        }
    }

    private static func decoded(_ piece: Substring, of text: String) throws -> String {
        guard let decoded = String(percentDecoding: piece), !decoded.utf8.contains(0) else {
            throw refusal(text, "'\(piece)' is wrongly quoted", "write % itself as %25, and no NUL character")
        }
        return decoded
    }

    private static func refusal(_ text: String, _ reason: String, _ hint: String) -> LibvirtError {
        LibvirtError(
            code: .invalidArgument, message: "this is no connection URI: \(reason)", subject: "connection '\(text)'",
            hint: hint)
    }
}

extension Substring {
    /// What stands before the first `mark` and what stands behind it, where there is one.
    fileprivate func cut(at mark: Character, keepingIt: Bool = false) -> (Substring, Substring?) {
        guard let index = firstIndex(of: mark) else { return (self, nil) }
        let start = keepingIt ? index : self.index(after: index)
        return (self[..<index], self[start...])
    }

    fileprivate func cutBehindUser() -> (user: Substring?, location: Substring) {
        guard let index = lastIndex(of: "@") else { return (nil, self) }
        return (self[..<index], self[self.index(after: index)...])
    }
}

extension String {
    /// Where `mark` first stands.
    fileprivate func range(of mark: String) -> Range<Index>? {
        var start = startIndex
        while let index = self[start...].firstIndex(of: ":") {
            if self[index...].hasPrefix(mark) { return index..<self.index(index, offsetBy: mark.count) }
            start = self.index(after: index)
        }
        return nil
    }
}
