extension NWFilterDocument {
    /// What traffic must be like for a rule.
    ///
    /// Values are numbers or, behind `$`, a filter's variables; which of them count follows from the protocol.
    public struct TrafficMatch: ElementFields {
        /// Whether it must be like that, or must not.
        public let isMatch = Switch(yesNo: "@match")
        /// A text for people.
        public let comment = Field<String>("@comment")
        /// The sender's hardware address.
        public let sourceMAC = Field<String>("@srcmacaddr")
        /// The bits of it that count.
        public let sourceMACMask = Field<String>("@srcmacmask")
        /// The receiver's hardware address.
        public let destinationMAC = Field<String>("@dstmacaddr")
        /// The bits of it that count.
        public let destinationMACMask = Field<String>("@dstmacmask")
        /// The protocol in an Ethernet frame.
        public let ethernetProtocol = Field<String>("@protocolid")
        /// The virtual LAN.
        public let vlanID = Field<String>("@vlanid")
        /// The protocol in a frame of a virtual LAN.
        public let encapsulatedProtocol = Field<String>("@encap-protocol")
        /// The sender's address.
        public let sourceAddress = Field<String>("@srcipaddr")
        /// The bits of it that count.
        public let sourceMask = Field<String>("@srcipmask")
        /// The first of the senders' addresses.
        public let sourceFrom = Field<String>("@srcipfrom")
        /// The last of the senders' addresses.
        public let sourceTo = Field<String>("@srcipto")
        /// The receiver's address.
        public let destinationAddress = Field<String>("@dstipaddr")
        /// The bits of it that count.
        public let destinationMask = Field<String>("@dstipmask")
        /// The first of the receivers' addresses.
        public let destinationFrom = Field<String>("@dstipfrom")
        /// The last of the receivers' addresses.
        public let destinationTo = Field<String>("@dstipto")
        /// The protocol over IP.
        public let transport = Field<String>("@protocol")
        /// The first of the sender's ports.
        public let sourcePortStart = Field<String>("@srcportstart")
        /// The last of the sender's ports.
        public let sourcePortEnd = Field<String>("@srcportend")
        /// The first of the receiver's ports.
        public let destinationPortStart = Field<String>("@dstportstart")
        /// The last of the receiver's ports.
        public let destinationPortEnd = Field<String>("@dstportend")
        /// The class of service.
        public let serviceClass = Field<String>("@dscp")
        /// The states of the connection, such as `NEW,ESTABLISHED`.
        public let state = Field<String>("@state")
        /// The flags of TCP, or those of the spanning tree protocol.
        public let flags = Field<String>("@flags")
        /// The number of connections above which it matches.
        public let connectionLimit = Field<String>("@connlimit-above")
        /// A set of addresses in the kernel.
        public let addressSet = Field<String>("@ipset")
        /// Which addresses are looked for in it, such as `src,dst`.
        public let addressSetFlags = Field<String>("@ipsetflags")
        /// The type of message.
        public let type = Field<String>("@type")
        /// The last of several types.
        public let typeEnd = Field<String>("@typeend")
        /// The code of the message.
        public let code = Field<String>("@code")
        /// The last of several codes.
        public let codeEnd = Field<String>("@codeend")
        /// The hardware that an address is sought for.
        public let hardwareType = Field<String>("@hwtype")
        /// The protocol that an address is sought for.
        public let protocolType = Field<String>("@protocoltype")
        /// Whether it is a question or an answer.
        public let operation = Field<String>("@opcode")
        /// Whether nobody asked.
        public let isGratuitous = Field<String>("@gratuitous")
        /// The hardware address of the one who asks.
        public let arpSourceMAC = Field<String>("@arpsrcmacaddr")
        /// The address of the one who asks.
        public let arpSourceAddress = Field<String>("@arpsrcipaddr")
        /// The hardware address that is sought.
        public let arpDestinationMAC = Field<String>("@arpdstmacaddr")
        /// The address that is sought.
        public let arpDestinationAddress = Field<String>("@arpdstipaddr")
        /// The least priority of the tree's root.
        public let rootPriority = Field<String>("@root-priority")
        /// The greatest.
        public let rootPriorityEnd = Field<String>("@root-priority-hi")
        /// The address of the tree's root.
        public let rootAddress = Field<String>("@root-address")
        /// The bits of it that count.
        public let rootAddressMask = Field<String>("@root-address-mask")
        /// The least way to the root.
        public let rootCost = Field<String>("@root-cost")
        /// The greatest.
        public let rootCostEnd = Field<String>("@root-cost-hi")
        /// The least priority of the sender.
        public let senderPriority = Field<String>("@sender-priority")
        /// The greatest.
        public let senderPriorityEnd = Field<String>("@sender-priority-hi")
        /// The sender's address in the tree.
        public let senderAddress = Field<String>("@sender-address")
        /// The bits of it that count.
        public let senderAddressMask = Field<String>("@sender-address-mask")
        /// The first of the sender's ports in the tree.
        public let port = Field<String>("@port")
        /// The last.
        public let portEnd = Field<String>("@port-hi")
        /// The least age of the message.
        public let age = Field<String>("@age")
        /// The greatest.
        public let ageEnd = Field<String>("@age-hi")
        /// The least of the ages that the tree allows.
        public let maximumAge = Field<String>("@max-age")
        /// The greatest.
        public let maximumAgeEnd = Field<String>("@max-age-hi")
        /// The least time between messages.
        public let helloTime = Field<String>("@hello-time")
        /// The greatest.
        public let helloTimeEnd = Field<String>("@hello-time-hi")
        /// The least time before a port is used.
        public let forwardDelay = Field<String>("@forward-delay")
        /// The greatest.
        public let forwardDelayEnd = Field<String>("@forward-delay-hi")

        /// All fields.
        public static let all = Self()
    }
}
