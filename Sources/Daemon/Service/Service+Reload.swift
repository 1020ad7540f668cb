import Loop
import Planning
import ScheduleFile
import Systemd

extension Service {
    /// Reads the schedule again; a bad one leaves the last good one in force.
    ///
    /// - Returns: What is wrong with it; nil when the new schedule is in force.
    @discardableResult
    func reload() -> StartFault? {
        notifier.reloading()
        defer {
            tellReady()
            FreedMemory.letGo()
        }
        do throws(StartFault) {
            let former = Untold(schedule: planner.schedule, until: parts.clock.read().now)
            takeUp(try store.takeUp(at: former.until))
            eraseWhoLeft()
            tellOfChanges(since: former)
            announce()
            tidy()
            askForPlan()
            return nil
        } catch {
            loaded.fault = error
            announce()
            return error
        }
    }

    /// Takes the machine's time zones as they are now into the schedule in force.
    ///
    /// What its files have become since is left for whoever asks for a reload.
    func takeUpZones() {
        do throws(StartFault) {
            var fresh = try store.loadInForce()
            fresh.fault = loaded.fault
            takeUp(fresh)
            journal.say("the time zones have changed; the schedule goes by them")
        } catch {
            journal.fault("the time zones have changed, and the schedule cannot be read with them; it stays as it is")
            for line in error.lines(in: .english) { journal.fault(line) }
        }
        FreedMemory.letGo()
    }

    private func takeUp(_ fresh: LoadedSchedule) {
        loaded = fresh
        adoptAgain()
        useChannels()
    }

    /// Says where the schedule in force comes from, and to its owner, once, that a newer one has mistakes.
    func announce() {
        journal.point(.notice, at: loaded.warnings)
        guard let fault = loaded.fault else { return }
        journal.fault("the schedule has mistakes; the last good one goes on")
        journal.point(fault)
        guard store.isNews(fault) else { return }
        tellOwner()
    }
}
