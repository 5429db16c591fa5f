// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/timeline/timeline_list_model.h"
#include "ui/lists/list_page.h"

namespace tenantry::ui {

class TimelineCells;

/// All that happened to a record: events, payments, and each field that was changed with what stood
/// in it before.
class TimelinePage : public ListPage {
  Q_OBJECT

public:
  /// `key`: what its columns and filter are kept as.
  TimelinePage(models::Connection &connection, models::RunningWork &work, const QString &key,
               QWidget *pane);

  /// Whose; it is read once the page is looked at. Times are of that zone.
  void show(const OrganizationId &organization, const Zone &zone,
            const std::optional<InvoiceId> &invoice = {});
  [[nodiscard]] bool isSettled() const override { return !isVisible() || ListPage::isSettled(); }
  [[nodiscard]] models::TimelineListModel &list() { return m_list; }
  void setWhat(audit::TimelineScope::What what) { m_list.setWhat(what); }

protected:
  void showEvent(QShowEvent *event) override;
  void showCount() override;

private:
  TimelinePage(models::Connection &connection, models::RunningWork &work,
               models::TimelineListModel *list, const QString &key, QWidget *pane);
  [[nodiscard]] static ListSpec specOf(const QString &key);
  void read();
  void open(const QModelIndex &index);

  models::TimelineListModel &m_list;
  TimelineCells *m_cells;
  OrganizationId m_organization;
  std::optional<InvoiceId> m_invoice;
};

} // namespace tenantry::ui
