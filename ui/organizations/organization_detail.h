// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/running_work.h"
#include "models/organizations/organization_record.h"
#include "ui/shell/place.h"
#include "ui/widgets/surface.h"
#include "ui/widgets/tab_strip.h"

class QHBoxLayout;
class QStackedWidget;

namespace tenantry::ui {

class Avatar;
class Badge;
class EmptyState;
class InvoicesTab;
class Label;
class LinkFigure;
class MembersTab;
class OverviewTab;
class SubscriptionTab;
class TimelinePage;
class UsageTab;

/// The record of one organization: who it is, its key figures, and tabs.
class OrganizationDetail : public Surface {
  Q_OBJECT

public:
  OrganizationDetail(models::Connection &connection, models::RunningWork &work,
                     QWidget *parent = nullptr);

  /// `member`: who is chosen among the members; empty: nobody is.
  void show(const OrganizationId &id, const QString &tab, const QString &member = {});
  void reload();
  bool stop(); ///< what is read of it
  void takeFocus();
  void setWaiting(bool isWaiting);   ///< for somebody to choose one; else there is none to choose
  bool stepBack();                   ///< in the list of a tab, where one is shown
  void addAction(QWidget *button);   ///< at the right of the head
  [[nodiscard]] QString tab() const; ///< "subscription"; empty: the first
  /// The number of the newest invoice that has one; empty: none.
  [[nodiscard]] QString lastInvoice() const;
  [[nodiscard]] SubscriptionTab *subscription() const { return m_subscription; }
  [[nodiscard]] const OrganizationId &id() const { return m_record.id(); }
  [[nodiscard]] QString name() const; ///< as it was read
  [[nodiscard]] MembersTab *members() const { return m_members; }
  [[nodiscard]] InvoicesTab *invoices() const { return m_invoices; }
  [[nodiscard]] TimelinePage *timeline() const { return m_timeline; }
  [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
  void placeRequested(const tenantry::ui::Place &place);
  void tabChanged();
  void settled();

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  [[nodiscard]] QWidget *makeRecord();
  [[nodiscard]] QWidget *makeHead();
  [[nodiscard]] QWidget *makeFigures();
  void addTabs();
  void connectFigures();
  void showFacts();
  void showHead(const models::OrganizationFacts &facts);
  void fitHead();
  void showFigures(const models::OrganizationFacts &facts);

  models::OrganizationRecord m_record;
  QHBoxLayout *m_head = nullptr;
  QHBoxLayout *m_firstLine = nullptr; ///< the name, and what stands beside it
  QHBoxLayout *m_belowName = nullptr;
  Avatar *m_avatar;
  Label *m_name;
  Label *m_secondLine;
  Badge *m_status;
  Badge *m_plan;
  LinkFigure *m_mrr;
  LinkFigure *m_seats;
  LinkFigure *m_renewal;
  LinkFigure *m_due;
  QStackedWidget *m_tabPages;
  TabStrip *m_tabs;
  OverviewTab *m_overview;
  MembersTab *m_members;
  SubscriptionTab *m_subscription;
  UsageTab *m_usage;
  InvoicesTab *m_invoices;
  TimelinePage *m_timeline;
  EmptyState *m_state;
  QWidget *m_nothing;
  QStackedWidget *m_pages;
  bool m_isWaiting = true;
};

} // namespace tenantry::ui
