internal import Glibc
internal import Synchronization

/// Threads that are made when work waits and none is idle, up to a limit, and that end after idling for a while.
///
/// Sound: all mutable state is touched only with `mutex` held.
final class WorkerThreads: @unchecked Sendable {
    typealias Work = @Sendable () -> Void

    private let name: String
    private let limit: Int
    private let idleSeconds = 10
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let arrived = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var queue: [Work] = []
    private var head = 0
    private var idle = 0
    private var count = 0
    /// Whether one of the idle threads is awake and looks at `waiting`.
    private var isLookingOut = false
    /// How many pieces of work wait; written with `mutex` held, read without.
    private let waiting = Atomic<Int>(0)

    init(name: String, limit: Int) {
        self.name = name
        self.limit = limit
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(arrived, nil)
    }

    deinit {
        pthread_cond_destroy(arrived)
        pthread_mutex_destroy(mutex)
        arrived.deallocate()
        mutex.deallocate()
    }

    /// Whether the calling thread is one that may block.
    static var isCurrentThreadOne: Bool { pthread_getspecific(marker) != nil }

    func submit(_ work: @escaping Work) {
        pthread_mutex_lock(mutex)
        queue.append(work)
        waiting.store(queue.count - head, ordering: .releasing)
        // Idle threads that were woken but have not run yet still count as idle: compare with what waits.
        let wantsThread = queue.count - head > idle && count < limit
        if wantsThread { count += 1 }
        let wantsWaking = !wantsThread && queue.count - head > (isLookingOut ? 1 : 0)
        pthread_mutex_unlock(mutex)
        if wantsWaking { pthread_cond_signal(arrived) }
        if wantsThread { startThread() }
    }

    private func startThread() {
        var thread = pthread_t()
        let argument = Unmanaged.passRetained(self).toOpaque()
        guard pthread_create(&thread, nil, runWorker, argument) == 0 else {
            Unmanaged<WorkerThreads>.fromOpaque(argument).release()
            return runWithoutThread()
        }
        pthread_detach(thread)
    }

    /// No thread is to be had: the ones there are go on with the queue, and where there is none the caller must.
    private func runWithoutThread() {
        pthread_mutex_lock(mutex)
        count -= 1
        let work = count == 0 && head < queue.count ? takeFirst() : nil
        pthread_mutex_unlock(mutex)
        work?()
    }

    fileprivate func work() {
        OwnThread.begin(name)
        pthread_setspecific(WorkerThreads.marker, UnsafeRawPointer(mutex))
        while let work = next() { work() }
    }

    /// The next piece of work; `nil` when there was none for a while and the thread should end.
    private func next() -> Work? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        if head == queue.count { lookOut() }
        while head == queue.count {
            idle += 1
            var deadline = timespec()
            clock_gettime(CLOCK_REALTIME, &deadline)
            deadline.tv_sec += idleSeconds
            let outcome = pthread_cond_timedwait(arrived, mutex, &deadline)
            idle -= 1
            if outcome == ETIMEDOUT, head == queue.count {
                count -= 1
                return nil
            }
        }
        return takeFirst()
    }

    /// Watches for work for about as long as it takes to wake a thread: what follows often comes at once.
    ///
    /// One thread at a time does, and only after work; called with `mutex` held, and returns so.
    private func lookOut() {
        guard !isLookingOut else { return }
        isLookingOut = true
        idle += 1
        pthread_mutex_unlock(mutex)
        let end = ContinuousClock.now + .microseconds(30)
        while waiting.load(ordering: .acquiring) == 0, ContinuousClock.now < end {
            sched_yield()  // whoever else wants the processor goes first
        }
        pthread_mutex_lock(mutex)
        idle -= 1
        isLookingOut = false
    }

    private func takeFirst() -> Work {
        let work = queue[head]
        queue[head] = {}  // lets go of what the work holds
        head += 1
        waiting.store(queue.count - head, ordering: .releasing)
        if head == queue.count || head > 1024 {
            queue.removeFirst(head)
            head = 0
        }
        return work
    }

    private static let marker: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()
}

private func runWorker(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    Unmanaged<WorkerThreads>.fromOpaque(argument).takeRetainedValue().work()
    return nil
}
