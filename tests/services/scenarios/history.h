// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/one_off.h"
#include "services/billing/subscription_changes.h"
#include "services/payments/bank_entry.h"
#include "services/scenarios/scenario_world.h"
#include <functional>
#include <random>

namespace tenantry::tests {

/// The life of one customer, at random but told by its seed alone: what its people, its software,
/// its bank and finance may do to it, allowed or not, at days of its own. Each step is
/// - previewed, where the product previews it, and what is then stored is what was shown;
/// - refused with a code of the product, and then nothing was written;
/// - done once more in the same words, as after a lost answer, and nothing changes.
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

private:
  using Act = std::function<Result<>()>;
  /// Whether the same words may be said again without an effect.
  enum class Again { ChangesNothing, IsAnother };

  [[nodiscard]] Result<> attempt(const QString &what, Again again, const Act &act);
  [[nodiscard]] Result<QByteArray> footprint();
  [[nodiscard]] Result<> broken(const QString &sentence) const;
  [[nodiscard]] Result<> isStored(const billing::ChangePicture &picture);
  [[nodiscard]] Result<> isStored(const billing::PlannedInvoice &document);

  [[nodiscard]] Result<> begin();
  [[nodiscard]] Result<> start();
  [[nodiscard]] Result<> change(const billing::ChangeRequest &request, const QString &what);
  [[nodiscard]] Result<> alter();
  [[nodiscard]] Result<> standOrLeave();
  [[nodiscard]] Result<> planAhead();
  [[nodiscard]] Result<> moveHouse();
  [[nodiscard]] Result<> use();
  [[nodiscard]] Result<> correctUsage();
  [[nodiscard]] Result<> reserve();
  [[nodiscard]] Result<> redeem();
  [[nodiscard]] Result<> setMethod();
  [[nodiscard]] Result<> transfer();
  [[nodiscard]] Result<> refund();
  [[nodiscard]] Result<> credit();
  [[nodiscard]] Result<> giveUp();
  [[nodiscard]] Result<> sellOnce();
  [[nodiscard]] Result<> adjust();
  [[nodiscard]] Result<> moveAway();
  [[nodiscard]] Result<> grant();
  [[nodiscard]] Result<> moveToNewest();
  [[nodiscard]] Result<> review();
  [[nodiscard]] Result<> hold();
  [[nodiscard]] Result<> issueAgain();
  [[nodiscard]] Result<> bank();
  [[nodiscard]] Result<> sortOut();

  [[nodiscard]] Result<std::optional<billing::Invoice>> anyInvoice();
  [[nodiscard]] std::int64_t partOf(std::int64_t amount);
  [[nodiscard]] QString key() { return QStringLiteral("k%1").arg(++m_keys); }
  [[nodiscard]] int below(int end) {
    return static_cast<int>(m_random() % static_cast<unsigned>(end));
  }
  /// In a currency without minor units, or with three places.
  [[nodiscard]] bool isFar() const { return m_currency.minorDigits() != 2; }
  [[nodiscard]] bool oneIn(int count) { return below(count) == 0; }
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
  int m_keys = 0;
  std::vector<std::pair<QString, QString>> m_used; ///< metric and key of what was counted
  std::vector<payments::BankEntryId> m_entries;
  QStringList m_told;
};

} // namespace tenantry::tests
