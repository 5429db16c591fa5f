// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/subscriptions/subscription_list_model.h"
#include "ui/lists/list_pane.h"

namespace tenantry::ui {

/// Subscriptions over all organizations by their renewal. One opens where it is changed: in its
/// organization's record.
class SubscriptionsPane : public ListPane {
  Q_OBJECT

public:
  SubscriptionsPane(models::Connection &connection, models::RunningWork &work,
                    QWidget *parent = nullptr);

  [[nodiscard]] QChar letter() const override { return u'S'; }
  [[nodiscard]] models::SubscriptionListModel &list() { return m_list; }
  void setFilter(const models::SubscriptionFilter &filter) { m_list.setFilter(filter); }

protected:
  void act(EmptyState::Kind kind) override;

private:
  SubscriptionsPane(models::Connection &connection, models::RunningWork &work,
                    models::SubscriptionListModel *list, QWidget *parent);
  [[nodiscard]] static ListSpec specOf(const models::SubscriptionListModel &list);
  [[nodiscard]] static ListTable tableOf();
  [[nodiscard]] static QList<FilterOffer> filtersOf(const models::SubscriptionListModel &list);
  [[nodiscard]] QString whyNot() const; ///< it is not for this login; empty: it is

  models::SubscriptionListModel &m_list;
};

} // namespace tenantry::ui
