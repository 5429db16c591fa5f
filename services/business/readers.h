// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/table_reader.h"

/// One function per section of the business files: table in, values out, mistakes into the reader's
/// list. Sections are read in this order, because plans speak of metrics and the onboarding of
/// plans.
namespace tenantry::business {

void readMetrics(const TableReader &section, Business &business);
void readPlans(const TableReader &section, Business &business);
void readAddons(const TableReader &section, Business &business);
void readCoupons(const TableReader &section, Business &business);
void readTax(const TableReader &section, Business &business);
void readDunning(const TableReader &section, Business &business);
void readRoles(const TableReader &section, Business &business);
void readOnboarding(const TableReader &section, Business &business);
void readMails(const TableReader &section, Business &business);
void readBusiness(const TableReader &section, Business &business);

} // namespace tenantry::business
