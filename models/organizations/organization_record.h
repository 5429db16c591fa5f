// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/catalog_names.h"
#include "models/connection/stoppable_reading.h"
#include "services/billing/upgrade_suggestion.h"
#include "services/billing/values.h"
#include "services/organizations/timeline.h"
#include "services/organizations/values.h"
#include "services/subscriptions/values.h"
#include "services/usage/values.h"
#include <QTimer>

namespace tenantry::models {

/// A metric's place in the running period; quantities in its smallest unit (10^-decimals).
struct UsageFigure {
  usage::Quota quota;
  int decimals = 0;
  std::optional<LocalDay> limitDay{}; ///< when the limit is reached at this pace
};

/// All that the detail of one organization shows, read at one time.
struct OrganizationFacts {
  organizations::Organization organization;
  std::optional<subscriptions::Subscription> subscription; ///< the live one, else the last
  CatalogNames names;                                      ///< of what its timeline tells
  QString planName;
  QString scheduledPlanName; ///< of a plan that waits for the period's end; empty: none
  Money price;               ///< of the subscription per interval, before discounts
  bool sellsAddons = false;  ///< or the subscription has some
  std::vector<UsageFigure> usage;
  std::vector<usage::PeriodUsage> usagePeriods;       ///< oldest first, the running one last
  bool saysUpgrade = false;                           ///< what is suggested was looked for
  billing::UpgradeSuggestion upgrade;                 ///< where a limit is used up
  QString upgradePlanName;                            ///< of what is suggested; empty: nothing is
  std::vector<billing::Invoice> invoices;             ///< newest first
  std::map<Currency, std::int64_t> balance;           ///< what we owe them, minor units
  std::vector<organizations::TimelineEntry> timeline; ///< newest first
  Instant readAt{};
};

/// One organization as it stands, kept up to date by the news.
class OrganizationRecord : public QObject {
  Q_OBJECT

public:
  explicit OrganizationRecord(Connection &connection, QObject *parent = nullptr);

  /// Shows another one; the null id: none.
  void show(const OrganizationId &id);
  void reload();
  /// Whether it is shown which plan is suggested: only then it is looked for, which takes as long
  /// as all else.
  void setNeedsUpgrade(bool needs);
  /// Ends the reading: what is there stays. False where none goes on that somebody may have
  /// noticed.
  bool stop();

  [[nodiscard]] const OrganizationId &id() const { return m_id; }
  /// Null until it was read, and after an error.
  [[nodiscard]] const OrganizationFacts *facts() const { return m_facts ? &*m_facts : nullptr; }
  [[nodiscard]] bool isFetching() const { return m_reading.isRunning(); }
  [[nodiscard]] StoppableReading &reading() { return m_reading; }

Q_SIGNALS:
  void changed();
  void failed(const tenantry::Error &error);

private:
  Connection &m_connection;
  OrganizationId m_id;
  bool m_needsUpgrade = false;
  std::optional<OrganizationFacts> m_facts;
  StoppableReading m_reading;
  QTimer m_newsPause;
};

} // namespace tenantry::models
