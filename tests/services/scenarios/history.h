// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/one_off.h"
#include "services/billing/subscription_changes.h"
#include "services/payments/balance_adjustments.h"
#include "services/payments/bank_entry.h"
#include "services/payments/finding_acts.h"
#include "services/scenarios/scenario_world.h"
#include <functional>
#include <map>
#include <random>

namespace tenantry::tests {

/// The life of one customer, at random but told by its seed alone: what its people, its software,
/// its bank and finance may do to it, allowed or not, at days of its own. Each step is
/// - previewed, where the product previews it, and what is then stored is what was shown;
/// - refused with a code of the product, and then nothing was written;
/// - said again in the same words, at times nine times more, as after lost answers, and happens
///   once.
class History {
public:
  History(scenarios::ScenarioWorld &world, std::uint64_t seed);

  [[nodiscard]] Instant next() const { return m_next; }
  [[nodiscard]] bool isOver() const { return m_left == 0; }
  [[nodiscard]] const OrganizationId &organization() const { return m_id; }
  /// The next step, now. Error `history.broken` with what did not hold.
  [[nodiscard]] Result<> step();
  /// What happened so far, a step a line.
  [[nodiscard]] QString told() const { return m_told.join(u'\n'); }
  [[nodiscard]] int done() const { return m_done; } ///< steps that were not refused
  /// How often each act was tried, and was not refused the first time; by its first word.
  struct Tally {
    int tried = 0, done = 0;
  };
  [[nodiscard]] const std::map<QString, Tally> &tally() const { return m_tally; }

private:
  using Act = std::function<Result<>()>;
  using Step = Result<> (History::*)();
  /// Whether the same words may be said again without an effect.
  enum class Again { ChangesNothing, IsAnother };

  [[nodiscard]] Result<> attempt(const QString &what, Again again, const Act &act);
  /// What was shown happens: where it can be looked at, it is not refused then.
  template <typename T, typename Done>
  [[nodiscard]] Result<> attemptSeen(const Result<T> &seen, const QString &what, const Done &act) {
    bool isFirst = true;
    return attempt(what, Again::ChangesNothing, [&]() -> Result<> {
      if (!seen)
        return tl::unexpected(seen.error());
      const bool wasFirst = std::exchange(isFirst, false);
      const Result<> done = act(*seen, wasFirst);
      // Of what is on its way back billing knows nothing.
      return done || !wasFirst || isFatal(done.error()) ||
                     done.error().code == u"payment.refund_running"
                 ? done
                 : broken(QStringLiteral("it was shown and then refused: ") +
                          done.error().toString());
    });
  }
  /// An act that is possible since another one, often the next.
  void mayFollow(Step step) {
    if (m_sequels.size() < 3)
      m_sequels.push_back(step);
  }
  [[nodiscard]] static bool isFatal(const Error &error) {
    return error.code.startsWith(u"store.") || error.code.startsWith(u"history.");
  }
  [[nodiscard]] Result<QByteArray> footprint();
  [[nodiscard]] Result<> broken(const QString &sentence) const;
  /// Whoever is shown that something is refused, and why, is told the same where he does it.
  [[nodiscard]] Result<> refusedAsShown(const std::optional<Error> &shown,
                                        const Result<> &done) const;
  /// What is only asked writes nothing.
  [[nodiscard]] Result<> ask();
  [[nodiscard]] Result<> isStored(const billing::ChangePicture &picture);
  [[nodiscard]] Result<> isStored(const billing::PlannedInvoice &document);

  [[nodiscard]] Result<> take(), begin(), start(), alter(), standOrLeave(), planAhead();
  [[nodiscard]] Result<> unschedule(), moveHouse(), use(), correctUsage(), reserve(), redeem();
  [[nodiscard]] Result<> setMethod(), transfer(), refund(), credit(), giveUp(), sellOnce();
  [[nodiscard]] Result<> adjust(), moveAway(), grant(), moveToNewest(), review(), hold();
  [[nodiscard]] Result<> issueAgain(), bank(), sortOut(), sendBack(), setAside(), takeBack();
  [[nodiscard]] Result<> tellTwice(), discard(), endCoupon(), agreePrice(), dun(), giveTime();
  [[nodiscard]] Result<> revokeTime(), contest(), endContest(), employ(), part(), standStill();
  [[nodiscard]] Result<> close(), resume(), payOut(), undoAssignment();
  [[nodiscard]] Result<> change(const billing::ChangeRequest &request, const QString &what);
  [[nodiscard]] Result<> adjustBy(const payments::BalanceAdjustment &request);
  [[nodiscard]] Result<> putMethod(const QString &behaviour, const QString &provider);
  [[nodiscard]] Result<std::int64_t> contested(const payments::Attempt &paid, payments::BookAs as);
  [[nodiscard]] Result<> book(const payments::Finding &heard, payments::BookAs as);

  [[nodiscard]] Result<std::optional<billing::Invoice>> anyInvoice();
  [[nodiscard]] Result<std::optional<InvoiceId>> dunnedInvoice();
  [[nodiscard]] Result<> postEntry(payments::BankEntry entry, const QString &statement);
  [[nodiscard]] payments::BankEntryId anyEntry();
  [[nodiscard]] std::int64_t partOf(std::int64_t amount);
  [[nodiscard]] QString key() { return QStringLiteral("k%1").arg(++m_keys); }
  [[nodiscard]] int below(int end) {
    return static_cast<int>(m_random() % static_cast<unsigned>(end));
  }
  /// In a currency without minor units, or with three places.
  [[nodiscard]] bool isFar() const { return m_currency.minorDigits() != 2; }
  [[nodiscard]] bool oneIn(int count) { return below(count) == 0; }
  template <typename T> [[nodiscard]] static Result<> outcomeOf(const Result<T> &done) {
    return done ? Result<>() : Result<>(tl::unexpected(done.error()));
  }
  template <typename T> [[nodiscard]] T oneOf(std::initializer_list<T> values) {
    return *(values.begin() + below(static_cast<int>(values.size())));
  }
  void wait();

  scenarios::ScenarioWorld &m_world;
  store::Session &m_session;
  business::AppliedBusiness &m_business;
  std::mt19937_64 m_random;
  OrganizationId m_id;
  QString m_name;
  Currency m_currency;
  Instant m_next{};
  int m_left;
  int m_done = 0;
  std::map<QString, Tally> m_tally;
  std::vector<Step> m_sequels;
  int m_keys = 0;
  std::vector<std::pair<QString, QString>> m_used; ///< metric and key of what was counted
  std::vector<payments::BankEntryId> m_entries;
  std::vector<payments::Finding> m_findings;       ///< that were booked
  std::vector<payments::ExtensionId> m_extensions; ///< time that was given
  std::vector<payments::BankEntryId> m_dismissed;
  QStringList m_staff;
  QString m_redeemed; ///< the last coupon
  QStringList m_told;
};

} // namespace tenantry::tests
