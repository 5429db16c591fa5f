// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/usage/event_list_model.h"
#include "ui/usage/one_usage_page.h"

namespace tenantry::ui {

class CorrectionOffer;

/// The usage events of one organization in one period: what “used x of y” is made of. What was
/// counted too much of one is taken back here.
class EventsPage : public OneUsagePage {
  Q_OBJECT

public:
  EventsPage(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  /// See EventListModel::show.
  void show(const models::AskedEvents &asked, const std::optional<usage::DimensionValue> &of);
  using QWidget::show;
  [[nodiscard]] models::AskedEvents asked() const override { return m_list.asked(); }
  [[nodiscard]] Place place() const override;
  [[nodiscard]] models::EventListModel &list() { return m_list; }
  [[nodiscard]] CorrectionOffer *correcting() const { return m_correcting; }
  /// The event that is chosen; none: no row is.
  [[nodiscard]] std::optional<usage::EventRow> chosen() const;

protected:
  [[nodiscard]] const models::EventWords *words() const override { return m_list.words(); }
  void showCount() override;
  void widen() override { m_list.showAll(); } ///< metric and period stay
  [[nodiscard]] EmptyStateContent none() const override { return noEvents(); }

private:
  EventsPage(models::Connection &connection, models::RunningWork &work,
             models::EventListModel *list, QWidget *pane);
  [[nodiscard]] static ListSpec specOf(const EventsPage *page);
  [[nodiscard]] static ListTable tableOf();
  [[nodiscard]] QStringList dimensionValues() const;

  models::EventListModel &m_list;
  CorrectionOffer *m_correcting;
};

} // namespace tenantry::ui
