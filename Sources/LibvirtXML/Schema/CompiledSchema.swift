import CLibXML2
import Synchronization

/// A schema as libxml2 holds it, and the grammar that mistakes are explained with.
///
/// Sound: libxml2 does not change a schema after the parse, so contexts of many threads may use it; the grammar is
/// behind a lock. Nothing here is freed before the process ends, as the cache keeps every schema.
final class CompiledSchema: @unchecked Sendable {
    private let schema: xmlRelaxNGPtr
    private let file: String
    private let grammar = Mutex<Grammar?>(nil)

    private static let cache = Mutex<[String: CompiledSchema]>([:])

    /// The schema in `file`, read at most once.
    static func shared(file: String) throws(XMLError) -> CompiledSchema {
        let result = cache.withLock { cache in
            Result { () throws(XMLError) in
                if let known = cache[file] { return known }
                let new = try CompiledSchema(file: file)
                cache[file] = new
                return new
            }
        }
        return try result.get()
    }

    private init(file: String) throws(XMLError) {
        _ = WellFormedness.ready
        self.file = file
        var report = SchemaReport()
        let parsed = withUnsafeMutablePointer(to: &report) { slot -> xmlRelaxNGPtr? in
            guard let context = xmlRelaxNGNewParserCtxt(file) else { return nil }
            defer { xmlRelaxNGFreeParserCtxt(context) }
            xmlRelaxNGSetParserStructuredErrors(context, keepDeepestError, UnsafeMutableRawPointer(slot))
            return xmlRelaxNGParse(context)
        }
        guard let parsed else {
            let reason = report.message.isEmpty ? "" : ": \(report.message)"
            throw XMLError(.schemaUnusable, "the schema cannot be used\(reason)", file: file)
        }
        schema = parsed
    }

    /// libxml2's verdict: `nil` for a valid document, else what it has to say.
    func verdict(on document: XMLDocument) -> SchemaReport? {
        var report = SchemaReport()
        let bytes = document.bytes
        let isValid = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { text in
                withUnsafeMutablePointer(to: &report) { validate(text, reportingTo: $0) }
            }
        }
        return isValid ? nil : report
    }

    private func validate(_ text: UnsafeBufferPointer<CChar>, reportingTo slot: UnsafeMutablePointer<SchemaReport>)
        -> Bool
    {
        // Errors of this parse concern nobody: the text was accepted when the document was made.
        let options = WellFormedness.options | Int32(bitPattern: XML_PARSE_NOERROR.rawValue)
        let tree = xmlReadMemory(text.baseAddress, Int32(text.count), nil, nil, options)
        guard let tree, let context = xmlRelaxNGNewValidCtxt(schema) else {
            slot.pointee.message = "libxml2 cannot hold the document"
            return false
        }
        defer {
            xmlRelaxNGFreeValidCtxt(context)
            xmlFreeDoc(tree)
        }
        xmlRelaxNGSetValidStructuredErrors(context, keepDeepestError, UnsafeMutableRawPointer(slot))
        return xmlRelaxNGValidateDoc(context, tree) == 0
    }

    /// What is wrong with a document, found by walking through it with the schema's grammar.
    func explanation(of document: XMLDocument) -> [Finding] {
        let loaded = grammar.withLock { grammar in
            if grammar == nil { grammar = try? Grammar(file: file) }
            return grammar
        }
        guard let loaded else { return [] }
        var explainer = Explainer(grammar: loaded)
        return explainer.findings(in: document)
    }
}

/// What libxml2 said about the deepest node that it complained of.
struct SchemaReport {
    var message = ""
    var line = 1
    fileprivate var depth = -1

    func finding(in document: XMLDocument) -> Finding {
        Finding(
            kind: .other, message: message.isEmpty ? "the schema does not allow this document" : message,
            path: document.root.path, line: line, column: 1, allowed: [])
    }
}

private func keepDeepestError(_ data: UnsafeMutableRawPointer?, _ report: UnsafeMutablePointer<xmlError>?) {
    guard let slot = data?.assumingMemoryBound(to: SchemaReport.self), let report = report?.pointee else { return }
    var depth = 0
    var node = report.node?.assumingMemoryBound(to: xmlNode.self)
    let line = node.map { Int(xmlGetLineNo($0)) } ?? Int(report.line)
    while let current = node, current.pointee.type == XML_ELEMENT_NODE {
        depth += 1
        node = current.pointee.parent
    }
    guard depth > slot.pointee.depth else { return }
    slot.pointee = SchemaReport(message: libxmlMessage(report), line: max(line, 1), depth: depth)
}
