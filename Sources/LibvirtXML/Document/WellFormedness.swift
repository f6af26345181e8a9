import CLibXML2

/// libxml2 as the judge of what is well-formed: it reads the whole text and builds nothing.
enum WellFormedness {
    /// Once per process, before the first parse on any thread, as libxml2 demands.
    static let ready: Void = xmlInitParser()

    /// Never NOENT, DTDLOAD, DTDATTR, XINCLUDE or HUGE: they read files, grow entities or lift the parser's limits.
    static let options = Int32(bitPattern: XML_PARSE_NONET.rawValue)

    static func check(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLError) {
        _ = ready
        guard let context = xmlNewParserCtxt(), let handler = context.pointee.sax else {
            throw XMLError(.notWellFormed, "libxml2 has no memory for a parser")
        }
        defer { xmlFreeParserCtxt(context) }
        // Without callbacks libxml2 checks everything and keeps nothing.
        handler.pointee = xmlSAXHandler()
        handler.pointee.initialized = xmlSAX2Magic
        handler.pointee.serror = keepFirstFatalError
        var first = FirstError()
        let isWellFormed = withUnsafeMutablePointer(to: &first) { slot in
            context.pointee.userData = UnsafeMutableRawPointer(slot)
            bytes.withMemoryRebound(to: CChar.self) { text in
                let document = xmlCtxtReadMemory(context, text.baseAddress, Int32(text.count), nil, nil, options)
                if let document { xmlFreeDoc(document) }
            }
            context.pointee.userData = nil
            return context.pointee.wellFormed != 0
        }
        if !isWellFormed { throw first.error ?? XMLError(.notWellFormed, "the text is not well-formed XML") }
    }
}

/// XML_SAX2_MAGIC, whose type Swift reads differently from the field's.
private let xmlSAX2Magic: UInt32 = 0xDEED_BEAF

/// Parsers report follow-ups too; only the first fatal error tells where it went wrong.
private struct FirstError {
    var error: XMLError?
}

private func keepFirstFatalError(_ data: UnsafeMutableRawPointer?, _ report: UnsafeMutablePointer<xmlError>?) {
    guard let slot = data?.assumingMemoryBound(to: FirstError.self), let report = report?.pointee,
        slot.pointee.error == nil, report.level == XML_ERR_FATAL
    else { return }
    slot.pointee.error = XMLError(
        .init(libxml2: report), libxmlMessage(report), line: report.line > 0 ? Int(report.line) : nil,
        column: report.int2 > 0 ? Int(report.int2) : nil)
}

/// libxml2's sentence without its line end.
func libxmlMessage(_ report: xmlError) -> String {
    guard let message = report.message else { return "libxml2 gives no reason" }
    return String(cString: message).split(whereSeparator: \.isNewline).joined(separator: " ")
}

extension XMLError.Code {
    fileprivate init(libxml2 report: xmlError) {
        let isDepth = report.message.map { String(cString: $0).hasPrefix("Excessive depth") } ?? false
        self = isDepth ? .tooDeep : .notWellFormed
    }
}
