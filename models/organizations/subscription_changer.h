// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/core/money.h"
#include "services/subscriptions/values.h"
#include <QTimer>

namespace tenantry::models {

/// What can be had in the subscription's currency.
struct PlanOffer {
  QString id;
  QString name;
  QList<Interval> intervals;
};

/// What a person wants of the subscription, whole: what stays is given as it is.
struct WantedChange {
  enum class Kind { Alter, Cancel, Pause, Resume };
  Kind kind = Kind::Alter;
  QString planId;
  Interval interval = Interval::Month;
  int seats = 1;
  bool now = true;
  bool credit = false; ///< of an end now
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
  Money fromBalance;
  Money dueNow;
  Money toBalance;
  Money lowersInvoices; ///< by a credit note
  Money balanceAfter;
  Money awaited; ///< invoices that are due before it
  std::optional<Money> next;
  std::optional<LocalDay> nextOn;
};

/// Changes the subscription of one organization: previews what is wanted as it is edited, confirms
/// what was previewed, and previews anew where the subscription changed meanwhile.
class SubscriptionChanger : public QObject {
  Q_OBJECT

public:
  SubscriptionChanger(Connection &connection, const OrganizationId &organization,
                      QObject *parent = nullptr);

  /// Reads what can be had; `offered` or `refused` answers.
  void readOffers();
  /// Soon, where more is edited meanwhile: the last one counts.
  void preview(const WantedChange &wanted);
  /// What was previewed last, as it was shown.
  void confirm();
  /// Takes back what is scheduled.
  void takeBack();

  [[nodiscard]] bool isBusy() const { return m_isBusy; }
  [[nodiscard]] const std::optional<ChangePreview> &shown() const { return m_shown; }

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
  struct Seen; ///< what was shown, with what confirming it needs to know of it
  void look();
  void setBusy(bool busy);
  void cancelLook();

  Connection &m_connection;
  const OrganizationId m_organization;
  QTimer m_pause;
  std::optional<WantedChange> m_wanted;
  std::optional<ChangePreview> m_shown;
  std::shared_ptr<const Seen> m_seen;
  QFuture<Result<std::shared_ptr<const Seen>>> m_looking;
  quint64 m_generation = 0;
  bool m_isBusy = false;
};

} // namespace tenantry::models
