// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/usage/event_list_model.h"
#include "ui/lists/list_page.h"

namespace tenantry::ui {

class CorrectionOffer;

/// The usage events of one organization in one period: what “used x of y” is made of. What was
/// counted too much of one is taken back here.
class EventsPage : public ListPage {
  Q_OBJECT

public:
  EventsPage(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  /// See EventListModel::show.
  void show(const OrganizationId &organization, const QString &metric,
            const std::optional<LocalDay> &day);
  using QWidget::show;
  [[nodiscard]] QString heading() const; ///< "API calls of Acme"; empty: not known yet
  [[nodiscard]] QString fact() const;    ///< "31 Jan – 27 Feb 2026 · 1,234 counted"
  /// As a link has it.
  [[nodiscard]] Place place() const;
  [[nodiscard]] models::EventListModel &list() { return m_list; }
  [[nodiscard]] CorrectionOffer *correcting() const { return m_correcting; }
  /// The event that is chosen; none: no row is.
  [[nodiscard]] std::optional<usage::EventRow> chosen() const;

Q_SIGNALS:
  void wordsChanged();  ///< heading or fact
  void placeNarrowed(); ///< another metric or period

protected:
  void showFilter() override;
  void showCount() override;
  [[nodiscard]] EmptyStateContent none() const override;

private:
  EventsPage(models::Connection &connection, models::RunningWork &work,
             models::EventListModel *list, QWidget *pane);
  [[nodiscard]] static ListSpec specOf(const EventsPage *page);
  [[nodiscard]] static ListTable tableOf();
  [[nodiscard]] QStringList metrics() const;
  [[nodiscard]] QStringList periods() const;
  [[nodiscard]] QString periodNamed(const QString &key) const;

  models::EventListModel &m_list;
  CorrectionOffer *m_correcting;
};

} // namespace tenantry::ui
