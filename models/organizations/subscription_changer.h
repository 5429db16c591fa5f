// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/core/money.h"
#include "services/subscriptions/values.h"
#include <QTimer>

namespace tenantry::models {

/// What can be had in the subscription's currency; the organization's, where there is none.
struct PlanOffer {
  QString id;
  QString name;
  QList<Interval> intervals;
  int trialDays = 0;
  subscriptions::OwnLimits limits{}; ///< by metric, −1: unlimited
};

/// What is to become of limits, by metric: −1 is unlimited, none gives the plan's back.
using WantedLimits = std::map<QString, std::optional<std::int64_t>>;

/// What limits stood on when they were set.
struct LimitsAsSet {
  SubscriptionId subscription;
  QString planId;
  Interval interval = Interval::Month;
  subscriptions::OwnLimits limits{};
  bool operator==(const LimitsAsSet &) const = default;
};

/// What a person wants of the subscription, whole: what stays is given as it is.
struct WantedChange {
  enum class Kind {
    Alter,
    Cancel,
    Pause,
    Resume,
    Start,
    Redeem,
    EndCoupon,
    Renewal,
    Limits,
    TakeBack
  };
  Kind kind = Kind::Alter;
  QString planId;
  Interval interval = Interval::Month;
  int seats = 1;
  bool now = true, agreesPrice = false; ///< of another plan: the price is agreed anew, to `price`
  bool credit = false;                  ///< of an end now
  std::optional<business::Proration> proration{}; ///< none: as the business says
  QString couponId{};                             ///< of a start, where not empty; redeemed; ended
  int trialDays = 0;                              ///< of a start
  std::optional<std::int64_t> price{};            ///< of a start or plan, instead of the plan's
  WantedLimits limits{};                          ///< of the contract; of a start, or alone
  QString reason{};                               ///< of limits alone
  std::optional<LimitsAsSet> limitsAsSet{};       ///< of limits that are taken back
  subscriptions::Scheduled scheduled{};           ///< that is taken back: as it was set
  bool renews = true;
  bool operator==(const WantedChange &) const = default;
};

struct ChangeLine {
  QString kind; ///< plan, seat, proration_credit, …
  QString item;
  DayRange days; ///< empty: none
  Money amount;
};

/// What it comes to, to the cent.
struct ChangePreview {
  subscriptions::Subscription before;
  subscriptions::Subscription after;
  std::vector<ChangeLine> lines; ///< empty: nothing is billed now
  bool isCreditNote = false;
  Money total; ///< of the invoice; of a credit note what is credited
  Money fromBalance, dueNow, toBalance;
  Money lowersInvoices, lowersDrafts; ///< by a credit note; by what it takes back of them itself
  Money balanceAfter;
  Money awaited; ///< invoices that are due before it
  bool staysDraft = false;
  std::optional<Money> next;
  std::optional<LocalDay> nextOn;
  std::optional<Money> nextWithout; ///< of a coupon: the next invoice as it would be otherwise
  [[nodiscard]] bool begins() const { return before.id.isNull(); }
};

/// Changes the subscription of one organization, or begins one: previews what is wanted as it is
/// edited, confirms what was previewed, and previews anew where the subscription changed meanwhile.
class SubscriptionChanger : public QObject {
  Q_OBJECT

public:
  SubscriptionChanger(Connection &connection, const OrganizationId &organization,
                      QObject *parent = nullptr);

  /// Reads what can be had; `offered` or `refused` answers.
  void readOffers();
  /// Soon, where more is edited meanwhile: the last one counts.
  void preview(const WantedChange &wanted);
  /// Nothing is wanted that could be looked at.
  void forget();
  /// What was previewed last, as it was shown.
  void confirm();
  /// At once: takes back what was confirmed just now, by what undoes it.
  void undo(const WantedChange &by);
  /// Takes back what is scheduled; where it is given, that alone.
  void takeBack(const std::optional<subscriptions::Scheduled> &only = {});

  [[nodiscard]] bool isBusy() const { return m_isBusy; }
  [[nodiscard]] const std::optional<ChangePreview> &shown() const { return m_shown; }
  /// How the business prorates; known with the offers.
  [[nodiscard]] business::Proration usualProration() const { return m_usualProration; }
  /// What the business counts, and the limits of the plan that there is; known with the offers.
  [[nodiscard]] const QStringList &metrics() const { return m_metrics; }
  [[nodiscard]] const subscriptions::OwnLimits &planLimits() const { return m_planLimits; }

Q_SIGNALS:
  void offered(const QList<tenantry::models::PlanOffer> &offers);
  void previewed(const tenantry::models::ChangePreview &preview);
  /// It cannot be done so, or could not be looked at.
  void refused(const tenantry::Error &error);
  /// It came to something else than what was shown; the preview of what it comes to follows.
  void outdated(const tenantry::Error &error);
  void busyChanged(bool busy);
  void done();

private:
  struct Offers;
  struct Seen; ///< what was shown, with what confirming it needs to know of it
  void look();
  template <typename Act> void act(Act act);
  void setBusy(bool busy);
  void cancelLook();

  Connection &m_connection;
  const OrganizationId m_organization;
  QTimer m_pause;
  std::optional<WantedChange> m_wanted;
  std::optional<ChangePreview> m_shown;
  std::shared_ptr<const Seen> m_seen;
  QFuture<Result<std::shared_ptr<const Seen>>> m_looking;
  business::Proration m_usualProration = business::Proration::Day;
  QStringList m_metrics;
  subscriptions::OwnLimits m_planLimits;
  quint64 m_generation = 0;
  bool m_isBusy = false;
};

} // namespace tenantry::models
