// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "models/organizations/wanted_change.h"
#include <QTimer>

namespace tenantry::models {

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
  [[nodiscard]] bool shows(const WantedChange &wanted) const {
    return m_shown && m_wanted == wanted;
  }
  /// How the business prorates; known with the offers.
  [[nodiscard]] business::Proration usualProration() const { return m_usualProration; }
  /// What anything is sold in; likewise.
  [[nodiscard]] const QList<Currency> &currencies() const { return m_currencies; }
  /// What the business counts, and the limits of the plan that there is; known with the offers.
  [[nodiscard]] const QStringList &metrics() const { return m_metrics; }
  [[nodiscard]] const subscriptions::OwnLimits &planLimits() const { return m_planLimits; }
  /// By name: what can be had as the subscription is billed, and what it has; known with the
  /// offers.
  [[nodiscard]] const QList<AddonOffer> &addons() const { return m_addons; }

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
  QList<Currency> m_currencies;
  QStringList m_metrics;
  subscriptions::OwnLimits m_planLimits;
  QList<AddonOffer> m_addons;
  quint64 m_generation = 0;
  bool m_isBusy = false;
};

} // namespace tenantry::models
